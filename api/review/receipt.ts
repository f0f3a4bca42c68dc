/**
 * The receipt of a submission: an Ed25519 signature over its reference, its time and a digest that only those who hold
 * the nonce can tie to a text. Nothing in a receipt appears in what is published.
 */
import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import type { Receipt } from '#schemas/submission.ts';
import { canonicalJson } from '../publishing/canonical.ts';

/** `receivedAt` is an ISO 8601 instant; `digest` comes from `receiptDigest`. */
export type ReceiptFields = Pick<Receipt, 'reference' | 'receivedAt' | 'digest'>;
/** What its submitter kept: the nonce that was shown once, and the submission as it was sent. */
export type Proof = { nonce: string; submission: unknown };
export type ReceiptCheck = { ok: true } | { ok: false; message: string };

/** SHA-256(nonce ‖ canonical submission) in hex. */
export const receiptDigest = ({ nonce, submission }: Proof): string =>
  createHash('sha256').update(nonce).update(canonicalJson(submission)).digest('hex');

/** SHA-256 of the public key (SPKI, DER) in hex: the name under which the key is announced. */
export const keyFingerprint = (publicKey: KeyObject): string =>
  createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex');

/** A key names itself once: with every receipt it would take longer than signing. */
const names = new WeakMap<KeyObject, string>();
function nameOf(privateKey: KeyObject): string {
  const name = names.get(privateKey) ?? keyFingerprint(createPublicKey(privateKey));
  names.set(privateKey, name);
  return name;
}

/** Sign a receipt with an Ed25519 private key. */
export function signReceipt(fields: ReceiptFields, privateKey: KeyObject): Receipt {
  const { reference, receivedAt, digest } = fields;
  const covered = { reference, receivedAt, digest, key: nameOf(privateKey) };
  return { ...covered, signature: sign(null, bytesOf(covered), privateKey).toString('base64url') };
}

/** Check a receipt against our public key and, if given, against what was sent. Never throws on a receipt that parses. */
export function verifyReceipt(receipt: Receipt, publicKey: KeyObject, proof?: Proof): ReceiptCheck {
  const { signature, ...covered } = receipt;
  if (covered.key !== keyFingerprint(publicKey))
    return {
      ok: false,
      message: 'This receipt was signed with another key. Look for that key among the older ones.',
    };
  if (!verify(null, bytesOf(covered), publicKey, Buffer.from(signature, 'base64url')))
    return { ok: false, message: 'The signature does not fit: the receipt was changed, or it is not ours.' };
  if (proof && receiptDigest(proof) !== receipt.digest)
    return { ok: false, message: 'The receipt is ours, but not for this text and nonce.' };
  return { ok: true };
}

const bytesOf = (covered: Omit<Receipt, 'signature'>) => Buffer.from(canonicalJson(covered));
