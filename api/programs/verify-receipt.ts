/**
 * `npm run receipt:verify FILE [KEY]`: checks a receipt offline.
 * FILE is the receipt as it was downloaded: `{ receipt, nonce?, submission? }`, or the receipt alone. KEY is the public
 * key in PEM, as `/api/receipt-key` gives it; without it, the key of this installation's data folder.
 */
import { createPublicKey, type KeyObject } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { readConfig } from '#api/config.ts';
import { verifyReceipt } from '#api/review/receipt.ts';
import { asStored } from '#api/review/to-public.ts';
import { receipt, submission as submissionSchema } from '#schemas/submission.ts';

const kept = z.union([
  z.object({ receipt, nonce: z.string().optional(), submission: z.unknown().optional() }),
  receipt.transform((alone) => ({ receipt: alone, nonce: undefined, submission: undefined })),
]);

function readKey(file: string | undefined): KeyObject {
  const key = file ?? path.join(readConfig(process.env).DATA_DIR, 'keys', 'receipt.pem');
  if (!fs.existsSync(key))
    throw new Error(`There is no key at ${key}. Name the public key: npm run receipt:verify FILE KEY`);
  return createPublicKey(fs.readFileSync(key));
}

/** What was signed for is the submission as it was read (trimmed, with what was left out filled in) and stored (without what was kept out). */
function asRead(sent: unknown): unknown {
  const { data } = submissionSchema.safeParse(sent);
  return data ? asStored(data) : sent;
}

function verify([file, key]: readonly string[]): string {
  if (!file) throw new Error('Name the receipt: npm run receipt:verify FILE');
  const parsed = kept.safeParse(JSON.parse(fs.readFileSync(file, 'utf8')));
  if (!parsed.success) throw new Error(`${file} does not hold a receipt.`);
  const { receipt, nonce, submission } = parsed.data;
  const proof =
    nonce !== undefined && submission !== undefined ? { nonce, submission: asRead(submission) } : undefined;
  const checked = verifyReceipt(receipt, readKey(key), proof);
  if (!checked.ok) throw new Error(checked.message);
  const what = proof
    ? 'exactly the submission in this file'
    : 'a submission (add nonce and submission to the file to check which)';
  return `Valid. ${receipt.reference}: ${what} was received on ${receipt.receivedAt}.`;
}

try {
  process.stdout.write(`${verify(process.argv.slice(2))}\n`);
} catch (error) {
  process.stderr.write(`Not valid. ${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
