/** What is shown of a document that was found: the words of it in which the terms stand, marked. Pure. */
import type { DocumentSection, SearchDocument } from './documents.ts';
import { partsOf, stemmed, type Word, words } from './terms.ts';

/** A piece of an excerpt; `found` where it is what was looked for. */
export type Piece = { text: string; found: boolean };
export type Hit = Pick<SearchDocument, 'href' | 'about'> & {
  title: Piece[];
  excerpt: Piece[];
  /** The section that the excerpt is from, where it has an address of its own. */
  section?: { href: string; title: string };
};

/** Characters of an excerpt, and how many of them at most stand before the first mark. */
const LENGTH = 240;
const BEFORE = 60;

/** The excerpt is from the summary, unless the terms are missing in the title and another part holds more of them. */
export function hitOf(document: SearchDocument, terms: readonly string[]): Hit {
  const { href, about, title, summary, sections } = document;
  const found = new Set(terms);
  const places: DocumentSection[] = [{ id: '', title: '', text: summary }, ...sections].filter(
    ({ text }) => text,
  );
  const held =
    countHeld(title, found) === found.size ? [0] : places.map(({ text }) => countHeld(text, found));
  const place = places[held.indexOf(Math.max(...held))];
  const hit = { href, about, title: marked(title, found), excerpt: excerptOf(place?.text ?? '', found) };
  if (!place?.id) return hit;
  return { ...hit, section: { href: `${href.split('#')[0]}#${place.id}`, title: place.title } };
}

/** How many of the terms a text holds. */
function countHeld(text: string, found: ReadonlySet<string>): number {
  const held = words(text).flatMap((word) => partsOf(word.text).map(stemmed));
  return new Set(held.filter((term) => found.has(term))).size;
}

const isFound = ({ text }: Word, found: ReadonlySet<string>) =>
  partsOf(text).some((part) => found.has(stemmed(part)));

/** All of a text, with the found terms marked. */
export const marked = (text: string, found: ReadonlySet<string>): Piece[] => cut(text, 0, text.length, found);

/** About 240 characters around the first of the found terms, cut between words. */
export function excerptOf(text: string, found: ReadonlySet<string>): Piece[] {
  const first = words(text).find((word) => isFound(word, found));
  const wanted = Math.max(0, (first?.start ?? 0) - BEFORE);
  const start = wanted === 0 ? 0 : text.indexOf(' ', wanted) + 1;
  const last = text.lastIndexOf(' ', start + LENGTH);
  const end = text.length - start <= LENGTH || last <= start ? text.length : last;
  const pieces = [
    { text: start > 0 ? '… ' : '', found: false },
    ...cut(text, start, end, found),
    { text: end < text.length ? ' …' : '', found: false },
  ];
  return pieces.filter((piece) => piece.text !== '');
}

function cut(text: string, start: number, end: number, found: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = [];
  let done = start;
  for (const mark of words(text).filter((word) => isFound(word, found))) {
    if (mark.start < start || mark.end > end) continue;
    pieces.push({ text: text.slice(done, mark.start), found: false });
    pieces.push({ text: text.slice(mark.start, mark.end), found: true });
    done = mark.end;
  }
  pieces.push({ text: text.slice(done, end), found: false });
  return pieces.filter((piece) => piece.text !== '');
}
