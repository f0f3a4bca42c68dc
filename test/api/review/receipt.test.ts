import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { receiptDigest, signReceipt, verifyReceipt } from '#api/review/receipt.ts';
import { receipt as receiptSchema } from '#schemas/submission.ts';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const proof = { nonce: 'f'.repeat(64), submission: { title: 'Zwei Ringe', lessons: ['é'] } };
const receipt = signReceipt(
  { reference: 'PC-7F3K-29QX', receivedAt: '2026-11-03T10:00:00.000Z', digest: receiptDigest(proof) },
  privateKey,
);

test('a receipt fits its schema and verifies, with and without the proof', () => {
  expect(receiptSchema.parse(receipt)).toEqual(receipt);
  expect(verifyReceipt(receipt, publicKey)).toEqual({ ok: true });
  expect(verifyReceipt(receipt, publicKey, proof)).toEqual({ ok: true });
});

test('the order of keys and the form of accents do not matter to the proof', () => {
  const again = { nonce: proof.nonce, submission: { lessons: ['e\u0301'], title: 'Zwei Ringe' } };

  expect(verifyReceipt(receipt, publicKey, again)).toEqual({ ok: true });
});

test('another text, or the text without its nonce, is not proved', () => {
  const message = 'The receipt is ours, but not for this text and nonce.';

  expect(verifyReceipt(receipt, publicKey, { ...proof, submission: { title: 'Ein Ring' } })).toEqual({
    ok: false,
    message,
  });
  expect(verifyReceipt(receipt, publicKey, { ...proof, nonce: '' })).toEqual({ ok: false, message });
});

test.each([
  ['reference', 'PC-7F3K-29QQ'],
  ['receivedAt', '2026-11-04T10:00:00.000Z'],
  ['digest', '0'.repeat(64)],
  ['signature', 'AAAA'],
  ['signature', ''],
  ['signature', 'not base64 ☂'],
])('a changed %s is found', (field, value) => {
  expect(verifyReceipt({ ...receipt, [field]: value }, publicKey)).toEqual({
    ok: false,
    message: 'The signature does not fit: the receipt was changed, or it is not ours.',
  });
});

test('a receipt signed with another key says so', () => {
  const other = generateKeyPairSync('ed25519');

  expect(verifyReceipt(receipt, other.publicKey)).toEqual({
    ok: false,
    message: 'This receipt was signed with another key. Look for that key among the older ones.',
  });
});
