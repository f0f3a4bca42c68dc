/** Keys that this installation keeps to itself: made at the first start, in files that only its user can read. */
import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const ONLY_OURS = 0o600;

/** Read a file of `dataDir`, or make it. Two processes that start at once end up with the same content. */
function keep(dataDir: string, name: string, make: () => string): string {
  const folder = path.join(dataDir, 'keys');
  const file = path.join(folder, name);
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!fs.existsSync(file)) {
    const fresh = `${file}.${randomBytes(6).toString('hex')}`;
    fs.writeFileSync(fresh, make(), { mode: ONLY_OURS, flush: true });
    try {
      fs.linkSync(fresh, file);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    } finally {
      fs.rmSync(fresh);
    }
  }
  return fs.readFileSync(file, 'utf8');
}

/** The Ed25519 key that signs receipts. Whoever keeps receipts keeps needing it: back it up. */
export const receiptKey = (dataDir: string): KeyObject =>
  createPrivateKey(
    keep(dataDir, 'receipt.pem', () =>
      generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    ),
  );

/** What cookies are signed with, where `SECRET` is not set. Several processes must share one. */
export const cookieSecret = (dataDir: string): string =>
  keep(dataDir, 'cookies', () => randomBytes(32).toString('hex'));
