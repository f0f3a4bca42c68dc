/** Serves on a free port, is told to stop, and fails at it. */
import { Hono } from 'hono';
import { readConfig } from '#api/config.ts';
import { serveStarted } from '#api/serve.ts';

const stop = () => Promise.reject(new Error('The database does not close'));
await serveStarted(readConfig({ PORT: '0' }), async () => ({ app: new Hono(), stop }) as never);
process.kill(process.pid, 'SIGTERM');
