/** A process of its own that builds one Astro project and says what that took, and how much memory it had at most. */
import path from 'node:path';
import { build } from 'astro';

export type BuildOrder = { root: string; outDir: string; cacheDir: string };
/** `processorSeconds`: of all threads, so that other work on the machine matters less. `peakMemory`: bytes, resident. */
export type BuildReport = { seconds: number; processorSeconds: number; peakMemory: number };

const { root, outDir, cacheDir } = JSON.parse(process.argv[2] ?? '') as BuildOrder;
const began = performance.now();
await build({ root, outDir, cacheDir, logLevel: 'error', vite: { cacheDir: path.join(cacheDir, 'vite') } });
const { user, system } = process.cpuUsage();
const report: BuildReport = {
  seconds: (performance.now() - began) / 1000,
  processorSeconds: (user + system) / 1_000_000,
  peakMemory: process.resourceUsage().maxRSS * 1024,
};
process.send?.(report);
process.disconnect();
