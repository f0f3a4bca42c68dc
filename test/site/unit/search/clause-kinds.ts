/** Every kind of clause that lunr knows, and queries of several, made from the words of given documents. */
import lunr from 'lunr';
import { FIELD_NAMES, type Field, fieldsOf, type SearchDocument } from '#site/search/documents.ts';
import type { Clause } from '#site/search/lunr-sets.ts';
import { termsOf, words } from '#site/search/terms.ts';
import { numbersFrom } from '#test/bench/search-corpus.ts';

const { REQUIRED, PROHIBITED } = lunr.Query.presence;

/** Functions that make a query of their kind, another one at each call, and the same ones for the same documents. */
export function clauseKinds(documents: readonly SearchDocument[]): Record<string, () => Clause[]> {
  const draw = drawFrom(documents);
  return { ...presences(draw), ...scopes(draw), ...wildcards(draw), ...spellings(draw), ...oddities(draw) };
}

type Draw = ReturnType<typeof drawFrom>;

function drawFrom(documents: readonly SearchDocument[]) {
  const random = numbersFrom(documents.length);
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;
  const texts = documents.map((document) => Object.values(fieldsOf(document)).join(' '));
  const all = texts.flatMap(words).map(({ text }) => text);
  const terms = [...new Set(texts.flatMap(termsOf))];
  const longTerms = terms.filter((term) => term.length >= 5);
  const cves = all.filter((word) => word.startsWith('cve-'));
  return {
    below,
    pick,
    word: () => pick(all),
    term: () => pick(terms),
    /** A term that is long enough to leave something out. */
    long: () => pick(longTerms),
    cve: () => pick(cves),
    field: (): Field => pick(FIELD_NAMES),
  };
}

/** Not stemmed, as lunr does with stars. */
const exactly = (term: string): Clause => ({ term, usePipeline: false });

const presences = ({ word, long, below }: Draw) => ({
  'a word': () => [{ term: word() }],
  'several words': () => Array.from({ length: 2 + below(4) }, () => ({ term: word() })),
  'a word twice': () => {
    const term = word();
    return [{ term }, { term, boost: 2 }];
  },
  'required words': () => [
    { term: word(), presence: REQUIRED },
    { term: word(), presence: REQUIRED },
  ],
  'a required and an optional word': () => [{ term: word(), presence: REQUIRED }, { term: word() }],
  'a prohibited word': () => [{ term: word() }, { term: word(), presence: PROHIBITED }],
  'only prohibited words': () => [
    { term: word(), presence: PROHIBITED },
    { term: long(), presence: PROHIBITED },
  ],
  'required, prohibited and optional words': () => [
    { term: word(), presence: REQUIRED },
    { term: long(), presence: PROHIBITED },
    { term: word() },
  ],
});

const scopes = ({ word, field, below }: Draw) => ({
  'a word in one field': () => [{ term: word(), fields: [field()] }],
  'a required word in one field': () => [
    { term: word(), fields: [field()], presence: REQUIRED },
    { term: word() },
  ],
  'a prohibited word in one field': () => [
    { term: word() },
    { term: word(), fields: [field()], presence: PROHIBITED },
  ],
  'a boosted word': () => [{ term: word(), boost: 2 + below(9) }, { term: word() }],
});

const wildcards = ({ word, long, below }: Draw) => ({
  'a beginning': () => [exactly(`${long().slice(0, 3 + below(2))}*`)],
  'a required beginning': () => [
    { ...exactly(`${long().slice(0, 4)}*`), presence: REQUIRED },
    { term: word() },
  ],
  'a prohibited beginning': () => [
    { term: word() },
    { ...exactly(`${long().slice(0, 3)}*`), presence: PROHIBITED },
  ],
  'an ending': () => [exactly(`*${long().slice(-3)}`)],
  'a middle': () => [exactly(`*${long().slice(1, 4)}*`)],
  'a beginning and an ending': () => {
    const term = long();
    return [exactly(`${term.slice(0, 2)}*${term.slice(-2)}`)];
  },
  'a word and what it begins, as it is typed': () => {
    const term = word();
    return [
      { term, boost: 5 },
      { ...exactly(`${term}*`), presence: REQUIRED },
    ];
  },
});

function spellings({ word, long, field, below, pick }: Draw) {
  const misspelled = () => {
    const term = long();
    const at = below(term.length - 1);
    const [before, one, two, after] = [term.slice(0, at), term[at], term[at + 1], term.slice(at + 2)];
    return pick([
      `${before}${two}${one}${after}`,
      `${before}${one}${after}`,
      `${before}${one}x${two}${after}`,
      `${before}${one}x${after}`,
    ]);
  };
  const alike = (): Clause => ({ term: misspelled(), editDistance: 1 });
  return {
    'a misspelled word': () => [alike()],
    'a misspelled term': () => [{ ...alike(), usePipeline: false }],
    'a misspelled required word': () => [{ ...alike(), presence: REQUIRED }, { term: word() }],
    'a misspelled word in one field': () => [{ ...alike(), fields: [field()], boost: 3 }, { term: word() }],
  };
}

const oddities = ({ word, term, cve, below }: Draw) => ({
  'a term that is not stemmed again': () => [exactly(term()), { term: word() }],
  'a word that is not stemmed': () => [exactly(word())],
  'a CVE id': () => [{ term: cve() }],
  'numbers of CVE ids': () => [{ term: cve().split('-')[1] ?? '' }, { term: cve().split('-')[2] ?? '' }],
  'CVE ids that begin alike': () => [exactly(`${cve().slice(0, 9)}*`)],
  'numbers that begin alike': () => [exactly(`${1 + below(9)}${below(10)}*`)],
  'an unknown word': () => [{ term: 'xyzzyplugh' }, { term: word() }],
  'an unknown required word': () => [{ term: 'xyzzyplugh', presence: REQUIRED }, { term: word() }],
  'an unknown prohibited word': () => [{ term: 'xyzzyplugh', presence: PROHIBITED }],
  'a word too common to be a term': () => [{ term: 'the' }, { term: word() }],
});
