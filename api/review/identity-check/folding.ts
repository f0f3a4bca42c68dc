/** Text with marks taken off letters and in lower case, of exactly the same length, so that offsets stay true. */

export const folded = (text: string) => text.replace(/[^\n -@[-~]/g, foldedLetter);

/** One UTF-16 code unit or one letter. What would become longer or shorter stays as it is. */
export function foldedLetter(letter: string): string {
  const known = FOLDED.get(letter);
  if (known !== undefined) return known;
  const fold = foldOnce(letter);
  // There are only so many code units; a surrogate pair comes here as two.
  FOLDED.set(letter, fold);
  return fold;
}

const FOLDED = new Map([
  ['ø', 'o'],
  ['Ø', 'o'],
  ['ł', 'l'],
  ['Ł', 'l'],
  ['đ', 'd'],
  ['Đ', 'd'],
  ['ı', 'i'],
  ['’', "'"],
  ['‘', "'"],
  ['ʼ', "'"],
]);

function foldOnce(letter: string): string {
  const small = letter.toLowerCase();
  const plain = small.normalize('NFD').replace(/\p{Mark}/gu, '');
  return [plain, small, letter].find((form) => form.length === letter.length) ?? letter;
}
