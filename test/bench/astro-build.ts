/** A process of its own that builds one Astro project and says how long that took and how much memory it had at most. */
import path from 'node:path';
import { build } from 'astro';

export type BuildOrder = { root: string; outDir: string; cacheDir: string };
/** `peakMemory`: bytes of the process, resident. */
export type BuildReport = { seconds: number; peakMemory: number };

const { root, outDir, cacheDir } = JSON.parse(process.argv[2] ?? '') as BuildOrder;
const began = performance.now();
await build({ root, outDir, cacheDir, logLevel: 'error', vite: { cacheDir: path.join(cacheDir, 'vite') } });
const report: BuildReport = {
  seconds: (performance.now() - began) / 1000,
  peakMemory: process.resourceUsage().maxRSS * 1024,
};
process.send?.(report);
process.disconnect();
