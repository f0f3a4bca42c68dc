/** Builds the site in a process of its own, which ends with this one and is given nothing of its environment. */
import { fork } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { BuildJob } from './build-process.ts';

/** The site could not be built. The message holds the last lines that the build printed. */
export class BuildFailed extends Error {
  override name = 'BuildFailed';
}

/** A build that takes longer is taken for hung: ten thousand records take a few minutes. Milliseconds. */
const LONGEST = 30 * 60_000;
const LINES_KEPT = 40;
const PROCESS = fileURLToPath(new URL('./build-process.ts', import.meta.url));

/** Run one build to its end. `onLine` hears what it prints. Throws `BuildFailed`. */
export function runBuild(
  job: BuildJob,
  env: Record<string, string>,
  onLine: (line: string) => void,
): Promise<void> {
  const child = fork(PROCESS, [JSON.stringify(job)], {
    cwd: job.projectRoot,
    env: { ...env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1', TZ: 'UTC' },
    // Node reads TypeScript by itself; the loaders of this process are not wanted.
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    timeout: LONGEST,
    killSignal: 'SIGKILL',
  });

  const lines: string[] = [];
  const hear = (line: string) => {
    lines.push(line);
    if (lines.length > LINES_KEPT) lines.shift();
    onLine(line);
  };
  child.on('message', (message) => hear(String(message)));
  for (const stream of [child.stdout, child.stderr])
    if (stream) createInterface({ input: stream }).on('line', hear);

  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) return resolve();
      const end = signal ? `was ended by ${signal}` : `ended with code ${code}`;
      reject(new BuildFailed(`The build of the site ${end}:\n${lines.join('\n')}`));
    });
  });
}
