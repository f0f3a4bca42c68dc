/**
 * Numbers as letters, which compress better than digits and commas. Base 26, most significant first, and the last letter
 * of each number is a capital, so none needs a separator: 0 is `A`, 25 is `Z`, 26 is `bA`.
 * The documents of a term are the gaps between their numbers; digits before a gap say how often the term stands there,
 * where that is more than once: `C3A` is document 2 once and document 3 three times.
 */

/** How often a term stands in a document, by the number of the document, ascending. */
export type Occurrences = Map<number, number>;

const BASE = 26;
const CAPITAL = 'A'.charCodeAt(0);
const SMALL = 'a'.charCodeAt(0);

/** `value`: a whole number from 0. */
export function toLetters(value: number): string {
  let text = String.fromCharCode(CAPITAL + (value % BASE));
  for (let rest = Math.floor(value / BASE); rest > 0; rest = Math.floor(rest / BASE))
    text = String.fromCharCode(SMALL + (rest % BASE)) + text;
  return text;
}

export function fromLetters(text: string): number[] {
  return [...read(text)].map(({ value }) => value);
}

export function packOccurrences(occurrences: Occurrences): string {
  let text = '';
  let next = 0;
  for (const [document, times] of occurrences) {
    text += (times > 1 ? times : '') + toLetters(document - next);
    next = document + 1;
  }
  return text;
}

export function unpackOccurrences(text: string): Occurrences {
  const occurrences: Occurrences = new Map();
  let next = 0;
  for (const { value, times } of read(text)) {
    occurrences.set(next + value, times || 1);
    next += value + 1;
  }
  return occurrences;
}

/** The numbers of a text, each with the digits before it, or 0. */
function* read(text: string) {
  let [value, times] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < CAPITAL) times = times * 10 + (code - 48);
    else if (code >= SMALL) value = value * BASE + (code - SMALL);
    else {
      yield { value: value * BASE + (code - CAPITAL), times };
      [value, times] = [0, 0];
    }
  }
}
