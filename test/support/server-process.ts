/** `npm start` as a process of its own, which can be ended like a power switch and started again on the same data. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { until } from './running.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export type ServerProcess = { kill: () => Promise<void> };

/** Resolves once it answers. Throws with what it printed if it ends before. */
export async function startServer(port: number, dataDir: string): Promise<ServerProcess> {
  // Not node_modules/.bin/tsx: that one starts a second process, which would survive the kill of the first.
  const child = spawn(process.execPath, ['--import', 'tsx', 'api/server.ts'], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, PORT: String(port), DATA_DIR: dataDir },
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => {
      printed += text;
    });
  await until(async () => {
    if (child.exitCode !== null) throw new Error(`The server ended: ${printed}`);
    return answers(port);
  }, 'the server to answer');
  return { kill: () => kill(child) };
}

const answers = (port: number) =>
  fetch(`http://localhost:${port}/api/ready`).then(
    ({ ok }) => ok,
    () => false,
  );

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'close');
}
