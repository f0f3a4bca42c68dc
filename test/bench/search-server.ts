/** Serves a folder on loopback, gzipped where that makes a file smaller, and counts what it sends. */
import fs from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
};

/** `sent`: bytes of bodies, without headers, since it was last set to 0. */
export async function serveGzipped(folder: string) {
  const sent = { bytes: 0 };
  const kept = new Map<string, { body: Buffer; encoding: object }>();
  const read = (file: string) => {
    const plain = fs.readFileSync(file);
    const zipped = gzipSync(plain, { level: 9 });
    return zipped.length < plain.length
      ? { body: zipped, encoding: { 'Content-Encoding': 'gzip' } }
      : { body: plain, encoding: {} };
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const file = path.join(folder, pathname === '/' ? 'index.html' : pathname);
    if (!fs.existsSync(file)) return response.writeHead(404).end();
    const { body, encoding } = kept.get(file) ?? read(file);
    kept.set(file, { body, encoding });
    sent.bytes += body.length;
    const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
    return response
      .writeHead(200, { 'Content-Type': type, 'Cache-Control': 'max-age=3600', ...encoding })
      .end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    sent,
    origin: `http://127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
