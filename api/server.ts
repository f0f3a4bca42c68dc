/** The program behind `npm start`: reads the environment, takes the port, starts, and says where to look. */
import { type ServerType, serve } from '@hono/node-server';
import { pino } from 'pino';
import { ConfigError, readConfig } from './config.ts';
import { DatabaseUnreachable } from './db/client.ts';
import { FolderInUse } from './db/folder-lock.ts';
import { start } from './start.ts';

/** Failures that are the operator's to mend get one line and no stack. */
const EXPECTED = [ConfigError, DatabaseUnreachable, FolderInUse];

type Fetch = (request: Request, env: unknown) => Response | Promise<Response>;
const starting: Fetch = () =>
  new Response('Patch Commons is starting. Try again in a minute.\n', {
    status: 503,
    headers: { 'Retry-After': '10' },
  });

const say = (line: string) => process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const config = readConfig(process.env);
  let answer = starting;
  // Before anything slow, so that a taken port is told at once.
  const server = await listen((request, env) => answer(request, env), config.HOST, config.PORT);
  const log = pino({ level: config.LOG_LEVEL }, pino.destination(2));
  const { app, firstEditorAddress, stop } = await start(config, { log, say });
  answer = (request, env) => app.fetch(request, env as object);

  say(`\nPatch Commons:  ${config.PUBLIC_URL}/`);
  say(`The desk:       ${config.PUBLIC_URL}/desk/`);
  if (firstEditorAddress)
    say(`\nThere is no editor yet. Open this link once to become the first:\n${firstEditorAddress}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      server.close();
      stop().then(() => process.exit(0), fail);
    });
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

function fail(error: unknown): never {
  const expected = EXPECTED.some((kind) => error instanceof kind);
  const message =
    error instanceof Error ? (expected ? error.message : (error.stack ?? error.message)) : String(error);
  process.stderr.write(`Patch Commons cannot start. ${message}\n`);
  process.exit(1);
}

main().catch(fail);
