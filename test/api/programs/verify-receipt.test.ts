/** `npm run receipt:verify`, run as a program on real files. */
import { execFile } from 'node:child_process';
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { receiptDigest, signReceipt } from '#api/review/receipt.ts';
import { submission } from '#schemas/submission.ts';
import { temporaryFolder } from '#test/support/folder.ts';
import { lesson } from '#test/support/story.ts';

const nonce = 'a'.repeat(32);
const { privateKey } = generateKeyPairSync('ed25519');
const receipt = signReceipt(
  {
    reference: 'PC-7F3K-29QX',
    receivedAt: '2026-11-22T10:00:00.000Z',
    digest: receiptDigest({ nonce, submission: submission.parse(lesson) }),
  },
  privateKey,
);

function verify(file: object, key = createPublicKey(privateKey)) {
  const dir = temporaryFolder();
  const [receiptFile, keyFile] = [path.join(dir, 'receipt.json'), path.join(dir, 'key.pem')];
  fs.writeFileSync(receiptFile, JSON.stringify(file));
  fs.writeFileSync(keyFile, key.export({ type: 'spki', format: 'pem' }));
  return new Promise<{ code: unknown; said: string }>((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', 'api/programs/verify-receipt.ts', receiptFile, keyFile],
      (error, out, problem) => resolve({ code: error?.code ?? 0, said: `${out}${problem}`.trim() }),
    );
  });
}

test('a receipt with what was sent is valid, as the submitter wrote it and not as it was stored', async () => {
  const { code, said } = await verify({ receipt, nonce, submission: lesson });

  expect(said).toBe(
    'Valid. PC-7F3K-29QX: exactly the submission in this file was received on 2026-11-22T10:00:00.000Z.',
  );
  expect(code).toBe(0);
});

test('a receipt alone proves that something was received', async () => {
  expect((await verify(receipt)).said).toMatch(/^Valid\. PC-7F3K-29QX: a submission/);
});

test.each([
  [
    'another text',
    { receipt, nonce, submission: { ...lesson, content: { ...lesson.content, title: 'Other' } } },
    /not for this text/,
  ],
  [
    'a changed receipt',
    { receipt: { ...receipt, receivedAt: '2025-01-01T00:00:00.000Z' } },
    /signature does not fit/,
  ],
  ['something else', { hello: 1 }, /does not hold a receipt/],
])('%s is not valid', async (_, file, reason) => {
  const { code, said } = await verify(file);

  expect(code).toBe(1);
  expect(said).toMatch(/^Not valid\./);
  expect(said).toMatch(reason);
});

test('neither is a receipt of another key', async () => {
  const other = createPublicKey(generateKeyPairSync('ed25519').privateKey);

  expect((await verify({ receipt, nonce, submission: lesson }, other)).said).toMatch(/another key/);
});
