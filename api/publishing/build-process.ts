/**
 * A process of its own that builds the site once and ends. Run by `site.ts` with the job as its only argument; it says
 * `building` when it begins to build. The one file that uses Astro's own API, which is experimental.
 */
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'astro';
import { finishSite } from './site-files.ts';

export type BuildJob = {
  projectRoot: string;
  /** Where the finished files go. */
  folder: string;
  /** The caches of Astro and Vite; no other build may use them at the same time. */
  cacheDir: string;
  /** Earlier builds, whose hashed files stay available. */
  earlier: string[];
  /** The build that is served now. */
  served?: string | undefined;
};

const { projectRoot, folder, cacheDir, earlier, served } = JSON.parse(process.argv[2] ?? '') as BuildJob;

// Astro renders through modules that it writes beside the output. They find the project's packages only from inside the
// project, and outside of it every build would write to the same place, so we build there and copy.
const workshop = path.join(projectRoot, '.astro', 'builds');
const outDir = path.join(workshop, `${process.pid}-${path.basename(folder)}`);

/** Whoever wanted the build is gone: it would overwrite what the next one does. */
process.on('disconnect', () => {
  fs.rmSync(outDir, { recursive: true, force: true, maxRetries: 5 });
  process.exit(1);
});

clearAfterTheDead();
process.send?.('building');
try {
  await build({ root: projectRoot, outDir, cacheDir, vite: { cacheDir: path.join(cacheDir, 'vite') } });
  fs.cpSync(outDir, folder, { recursive: true });
  await finishSite(folder, earlier, served);
  process.exitCode = 0;
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
fs.rmSync(outDir, { recursive: true, force: true });
// Vite may have left something running that would keep the process.
process.exit();

/** Remove what builds left that were killed. Their folders begin with the number of their process. */
function clearAfterTheDead(): void {
  fs.mkdirSync(workshop, { recursive: true });
  for (const name of fs.readdirSync(workshop))
    if (!isRunning(Number.parseInt(name, 10)))
      fs.rmSync(path.join(workshop, name), { recursive: true, force: true });
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
