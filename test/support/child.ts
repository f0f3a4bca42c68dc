/** Another process of ours, for what only a process can show: holding a lock, dying in the middle of a write. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished, vi } from 'vitest';

/** Run a TypeScript file of `test/` in a process of its own. It is killed when the test ends. */
export function startChild(script: string, ...args: string[]) {
  const file = fileURLToPath(new URL(`../${script}`, import.meta.url));
  // Not node_modules/.bin/tsx: that one starts a second process, which would survive the kill of the first.
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args]);
  const gone = once(child, 'close');
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      printed += text;
    });
  }

  const kill = async () => {
    child.kill('SIGKILL');
    await gone;
  };
  onTestFinished(kill);

  return {
    /** What it printed so far. */
    printed: () => printed,
    /** Wait until it has printed `text`. */
    prints: (text: string) =>
      vi
        .waitUntil(() => printed.includes(text), { timeout: 60_000, interval: 5 })
        .catch(() => {
          throw new Error(`Expected the process to print "${text}". It printed: ${printed}`);
        }),
    /** End it like a power switch, and wait until it is gone. */
    kill,
    /** Wait until it has ended by itself. */
    ends: () => gone,
  };
}
