/** Makes the files of the search from all that can be found. Runs once when the site is built. */
import { createHash } from 'node:crypto';
import type { Catalog, Names, Pages, Shard, Vocabulary } from './catalog.ts';
import { FIELD_NAMES, type Field, fieldsOf, KINDS, type Kind, type SearchDocument } from './documents.ts';
import { toLetters } from './letters.ts';
import { packTerms, type Row } from './rows.ts';
import { packShards } from './shards.ts';
import { termsOf } from './terms.ts';

/** `parts`: JSON by name. */
export type SearchFiles = { catalog: Catalog; parts: ReadonlyMap<string, string> };

/** A document and the terms of each of its fields. */
type Read = { document: SearchDocument; terms: Record<Field, string[]> };

/** Characters of JSON that are loaded for one hit: its own, and those of its neighbours if they are short. */
const PAGES = 2_400;
const NAME = 12;

/** `names`: what goes by several names, each as terms with a space between. */
export function buildSearch(documents: readonly SearchDocument[], names: Names): SearchFiles {
  const read = documents.map(readDocument).toSorted(byKindAndLength);
  const rows = countRows(read);
  const shards = packShards(rows);
  const pages = packPages(read.map(({ document }) => document));

  const parts = new Map<string, string>();
  const keep = (part: Shard | Vocabulary | Names) => {
    const text = JSON.stringify(part);
    const name = nameOf(text);
    parts.set(name, text);
    return name;
  };
  const set = nameOf(pages.map(({ text }) => text).join());
  for (const [index, { text }] of pages.entries()) parts.set(`${set}-${index}`, text);
  return {
    parts,
    catalog: {
      kinds: packKinds(read),
      shards: { from: shards.map(({ from }) => from), names: shards.map(({ rows: shard }) => keep(shard)) },
      vocabulary: keep(packTerms(rows.map(({ term }) => term))),
      names: keep(names),
      pages: { name: set, sizes: pages.map(({ size }) => toLetters(size)).join('') },
    },
  };
}

const nameOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, NAME);

function readDocument(document: SearchDocument): Read {
  const { title, summary, text } = fieldsOf(document);
  return { document, terms: { title: termsOf(title), summary: termsOf(summary), text: termsOf(text) } };
}

const ORDER = Object.keys(KINDS) as Kind[];

const byKindAndLength = (a: Read, b: Read) =>
  ORDER.indexOf(a.document.kind) - ORDER.indexOf(b.document.kind) ||
  a.terms.text.length - b.terms.text.length;

/** Every term with the documents that hold it, in the order in which code units compare, which is also lunr's. */
function countRows(read: readonly Read[]): Row[] {
  const rows = new Map<string, Row>();
  for (const [number, { terms }] of read.entries())
    for (const field of FIELD_NAMES)
      for (const term of terms[field]) {
        const row = rows.get(term) ?? { term, title: new Map(), summary: new Map(), text: new Map() };
        rows.set(term, row);
        row[field].set(number, (row[field].get(number) ?? 0) + 1);
      }
  return [...rows.values()].sort((a, b) => (a.term < b.term ? -1 : 1));
}

function packKinds(read: readonly Read[]): Catalog['kinds'] {
  return ORDER.map((kind) => {
    const lengths = read
      .filter(({ document }) => document.kind === kind)
      .map(({ terms: { title, summary, text } }) => [title.length, summary.length, text.length] as const);
    return {
      kind,
      title: lengths.map(([title]) => toLetters(title)).join(''),
      summary: lengths.map(([, summary]) => toLetters(summary)).join(''),
      text: lengths.map(([, , text], index) => toLetters(text - (lengths[index - 1]?.[2] ?? 0))).join(''),
    };
  }).filter(({ title }) => title !== '');
}

/** Documents in parts of about `PAGES` characters, at least one in each. `size`: how many. */
function packPages(documents: Pages): { size: number; text: string }[] {
  const groups: string[][] = [];
  let left = 0;
  for (const document of documents) {
    const text = JSON.stringify(document);
    if (text.length > left) {
      groups.push([]);
      left = PAGES;
    }
    groups.at(-1)?.push(text);
    left -= text.length;
  }
  return groups.map((group) => ({ size: group.length, text: `[${group.join()}]` }));
}
