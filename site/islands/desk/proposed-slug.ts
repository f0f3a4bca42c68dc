/** The address that is proposed for a page, from its title. Pure. */
import { slug } from '#schemas/text.ts';

const LONGEST = 80;
/** Letters that Unicode does not take apart into a Latin one and a mark. */
const SPELLED: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
};

/** Lower-case words joined by hyphens, beginning with a letter; '' where the title has no Latin words. */
export function proposedSlug(title: string): string {
  const plain = title
    .toLowerCase()
    .replace(/[ßæœøłđðþ]/g, (letter) => SPELLED[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{Mark}|['’]/gu, '');
  const words = plain.split(/[^a-z0-9]+/).filter((word) => word !== '');
  const proposed = fitting(words.slice(words.findIndex((word) => /^[a-z]/.test(word))));
  return slug.safeParse(proposed).success ? proposed : '';
}

/** As many whole words as fit; a single word that is longer is cut. */
function fitting(words: readonly string[]): string {
  let joined = '';
  for (const word of words) {
    const longer = joined === '' ? word.slice(0, LONGEST) : `${joined}-${word}`;
    if (longer.length > LONGEST) break;
    joined = longer;
  }
  return joined;
}
