/** What every program that serves has in common: it takes the port, starts, and stops on a signal. */
import { type ServerType, serve } from '@hono/node-server';
import { type Config, ConfigError } from './config.ts';
import { DatabaseUnreachable } from './db/client.ts';
import { FolderInUse, FolderUnusable } from './db/folder-lock.ts';
import { describeError } from './log.ts';
import type { Started } from './start.ts';

/** Failures that are the operator's to mend get one line and no stack. */
const EXPECTED = [ConfigError, DatabaseUnreachable, FolderInUse, FolderUnusable];

type Fetch = (request: Request, env: unknown) => Response | Promise<Response>;
const starting: Fetch = () =>
  new Response('Patch Commons is starting. Try again in a minute.\n', {
    status: 503,
    headers: { 'Retry-After': '10' },
  });

/** Print one line for whoever started the program. */
export const say = (line: string) => process.stdout.write(`${line}\n`);

/**
 * Take the port, start what `begin` starts, and serve it. SIGINT or SIGTERM ends the process: at once while it starts,
 * later when running work has ended. Throws `ConfigError` where the port is taken, and what `begin` throws.
 */
export async function serveStarted<Running extends Pick<Started, 'app' | 'stop'>>(
  config: Config,
  begin: () => Promise<Running>,
): Promise<Running> {
  let answer = starting;
  // Before anything slow, so that a taken port is told at once.
  const server = await listen((request, env) => answer(request, env), config.HOST, config.PORT);
  let stop = async () => {};
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      server.close();
      stop().then(() => process.exit(0), cannotStop);
    });
  const running = await begin();
  answer = (request, env) => running.app.fetch(request, env as object);
  stop = running.stop;
  return running;
}

function listen(fetch: Fetch, hostname: string, port: number): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, hostname, port }, () => resolve(server));
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new ConfigError(`Port ${port} is taken. Stop what uses it, or set PORT to another.`)
          : error,
      ),
    );
  });
}

/** Say why the program cannot start, and end it. */
export const fail = (error: unknown): never => end('Patch Commons cannot start.', error);
const cannotStop = (error: unknown): never => end('Patch Commons did not stop as it should.', error);

function end(what: string, error: unknown): never {
  process.stderr.write(`${what} ${reason(error)}\n`);
  process.exit(1);
}

function reason(error: unknown): string {
  if (error instanceof Error && EXPECTED.some((kind) => error instanceof kind)) return error.message;
  const { message = '', stack, ...rest } = describeError(error);
  return `${message} ${JSON.stringify(rest)}\n${stack}`.trimStart();
}
