/** Finding, in the browser: words in, pages out, each with an excerpt in which the words are marked. */
import lunr from 'lunr';
import type { SearchDocument, SearchIndex } from './build.ts';
import { mendTokenSets, partsOf, stemmed, type Term, words } from './terms.ts';

/** A piece of an excerpt; `found` where it is what was looked for. */
export type Piece = { text: string; found: boolean };
export type Hit = Pick<SearchDocument, 'href' | 'title' | 'kind'> & { excerpt: Piece[] };
export type Find = (query: string) => Hit[];

const LEAST_PREFIX = 3;
const EXCERPT = 240;
const BEFORE = 60;

/** Load an index once; the function it gives never throws, whatever is typed. */
export function openIndex({ index, documents }: SearchIndex): Find {
  mendTokenSets();
  const loaded = lunr.Index.load(index);
  return (query) => {
    const terms = words(query).map(({ text }) => text);
    const attempts = [
      () => search(loaded, terms, lunr.Query.presence.REQUIRED),
      () => search(loaded, terms, lunr.Query.presence.OPTIONAL),
      () => searchAlike(loaded, terms),
    ];
    for (const attempt of terms.length > 0 ? attempts : []) {
      const results = attempt();
      if (results.length > 0) return results.flatMap((result) => hitOf(result, documents));
    }
    return [];
  };
}

/** The last word may be unfinished, so its beginning counts too, at less weight. */
const search = (index: lunr.Index, terms: string[], presence: lunr.Query.presence) =>
  index.query((query) => {
    for (const [position, term] of terms.entries()) {
      const isLast = position === terms.length - 1 && term.length >= LEAST_PREFIX;
      if (!isLast) query.term(term, { presence });
      else {
        query.term(term, { presence: lunr.Query.presence.OPTIONAL, boost: 5 });
        query.term(stemmed(term), { presence, usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING });
      }
    }
  });

/** Words one letter off, asked for only where nothing fits as it was typed. */
const searchAlike = (index: lunr.Index, terms: string[]) =>
  index.query((query) => {
    for (const term of terms) if (term.length > LEAST_PREFIX) query.term(term, { editDistance: 1 });
  });

function hitOf({ ref, matchData }: lunr.Index.Result, documents: readonly SearchDocument[]): Hit[] {
  const document = documents[Number(ref)];
  if (!document) return [];
  const found = new Set(Object.keys(matchData.metadata as object));
  const { href, title, kind, summary, text } = document;
  const isIn = (part: string) => words(part).some((word) => isFound(word, found));
  return [{ href, title, kind, excerpt: excerptOf(isIn(summary) || !isIn(text) ? summary : text, found) }];
}

const isFound = ({ text }: Term, found: ReadonlySet<string>) =>
  partsOf(text).some((part) => found.has(stemmed(part)));

/** About 240 characters around the first of the found terms, cut between words. */
export function excerptOf(text: string, found: ReadonlySet<string>): Piece[] {
  const marks = words(text).filter((word) => isFound(word, found));
  const wanted = Math.max(0, (marks[0]?.start ?? 0) - BEFORE);
  const start = wanted === 0 ? 0 : text.indexOf(' ', wanted) + 1;
  const cut = text.lastIndexOf(' ', start + EXCERPT);
  const end = text.length - start <= EXCERPT || cut <= start ? text.length : cut;

  const pieces: Piece[] = [{ text: start > 0 ? '… ' : '', found: false }];
  let done = start;
  for (const mark of marks.filter((one) => one.start >= start && one.end <= end)) {
    pieces.push({ text: text.slice(done, mark.start), found: false });
    pieces.push({ text: text.slice(mark.start, mark.end), found: true });
    done = mark.end;
  }
  pieces.push({ text: text.slice(done, end) + (end < text.length ? ' …' : ''), found: false });
  return pieces.filter((piece) => piece.text !== '');
}
