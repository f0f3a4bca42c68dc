/**
 * lunr over an index of which only the needed parts are loaded. It ranks exactly as lunr does with the whole index: for each
 * query an index is put together that holds just the terms that the query stands for, and lunr itself answers from it.
 * That works because lunr never uses what else a document holds: its score needs the query's terms, how often each stands
 * in a field and how many documents have it, and the lengths of all fields, which the catalog holds.
 */
import lunr from 'lunr';
import { type Catalog, type Extent, extentOf, type Shard, type Vocabulary } from './catalog.ts';
import { FIELD_NAMES } from './documents.ts';
import { type Clause, termsFor, tokenSetOf } from './lunr-sets.ts';
import { remember } from './remember.ts';
import { type PackedRow, type Row, unpackRow, unpackRows, unpackTerms } from './rows.ts';
import { type Score, scorer } from './scoring.ts';

/** Loads a part of the search by its name. Rejects where it cannot be had. */
export type LoadPart = (name: string) => Promise<unknown>;

export type SplitIndex = {
  extent: Extent;
  /** Loads what the clauses need, then answers as lunr would. A reference is the number of a document. */
  query: (clauses: readonly Clause[]) => Promise<lunr.Index.Result[]>;
};

const pipeline = new lunr.Pipeline();
pipeline.add(lunr.stemmer);

export function openIndex(catalog: Catalog, load: LoadPart): SplitIndex {
  const extent = extentOf(catalog);
  const score = scorer(extent);
  const rows = remember(async (shard: number) =>
    unpackRows((await load(catalog.shards.names[shard] ?? '')) as Shard),
  );
  const vocabulary = remember(async (name: string) =>
    tokenSetOf(unpackTerms((await load(name)) as Vocabulary)),
  );

  async function wantedBy(clause: Clause): Promise<Wanted> {
    const { term, editDistance } = clause;
    if (editDistance === undefined && !term.includes('*')) return { terms: [term] };
    if (isBeginning(clause)) return { beginning: term.slice(0, -1) };
    return { terms: termsFor(await vocabulary(catalog.vocabulary), clause) };
  }

  return {
    extent,
    query: async (clauses) => {
      const wanted = await Promise.all(clauses.flatMap(throughPipeline).map(wantedBy));
      const shards = new Set(wanted.flatMap((one) => shardsOf(catalog.shards.from, one)));
      const loaded = await Promise.all([...shards].sort((a, b) => a - b).map(rows));
      const chosen = choose(loaded.flat(), wanted).map(unpackRow);
      const everything = clauses.every(({ presence }) => presence === lunr.Query.presence.PROHIBITED);
      return assemble(chosen, score, everything ? extent.documents : 0).query((query) => {
        for (const clause of clauses) query.clause({ ...clause } as lunr.Query.Clause);
      });
    },
  };
}

/** Clauses with their words as the index holds them. */
const throughPipeline = (clause: Clause): Clause[] =>
  clause.usePipeline === false
    ? [clause]
    : pipeline.runString(clause.term).map((term) => ({ ...clause, term: term.toString() }));

/** What a clause stands for: terms, whether or not the index holds them, or all terms with a beginning. */
type Wanted = { terms: string[] } | { beginning: string };

const isBeginning = ({ term, editDistance }: Clause) =>
  editDistance === undefined && term.length > 1 && term.indexOf('*') === term.length - 1;

/** The shards that may hold what is wanted. */
function shardsOf(from: readonly string[], wanted: Wanted): number[] {
  /** -1 for a term before all shards. */
  const shardOf = (term: string) => from.findLastIndex((first) => first <= term);
  if ('terms' in wanted) return wanted.terms.map(shardOf).filter((shard) => shard >= 0);
  const first = Math.max(0, shardOf(wanted.beginning));
  const last = shardOf(`${wanted.beginning}\uffff`);
  return from.map((_, shard) => shard).slice(first, last + 1);
}

/** The rows that are wanted, by term. */
function choose(rows: readonly PackedRow[], wanted: readonly Wanted[]): PackedRow[] {
  const terms = new Set(wanted.flatMap((one) => ('terms' in one ? one.terms : [])));
  const beginnings = wanted.flatMap((one) => ('beginning' in one ? [one.beginning] : []));
  return rows.filter(({ term }) => terms.has(term) || beginnings.some((text) => term.startsWith(text)));
}

/** `everything`: how many documents there are, where those without any of the terms may be an answer too. */
function assemble(rows: readonly Row[], score: Score, everything: number): lunr.Index {
  const invertedIndex = Object.create(null);
  const elements = new Map<string, number[]>();
  for (let document = 0; document < everything; document += 1)
    for (const field of FIELD_NAMES) elements.set(`${field}/${document}`, []);
  for (const [index, row] of rows.entries()) {
    const posting = Object.assign(Object.create(null), { _index: index });
    const of = score(row);
    for (const field of FIELD_NAMES) {
      posting[field] = Object.create(null);
      for (const [document, times] of row[field]) {
        posting[field][document] = NOTHING;
        const name = `${field}/${document}`;
        const vector = elements.get(name) ?? [];
        elements.set(name, vector);
        vector.push(index, of(field, document, times));
      }
    }
    invertedIndex[row.term] = posting;
  }
  const fieldVectors = Object.create(null);
  for (const [name, vector] of elements) fieldVectors[name] = new lunr.Vector(vector);
  const tokenSet = tokenSetOf(rows.map(({ term }) => term));
  const parts = { invertedIndex, fieldVectors, tokenSet, fields: [...FIELD_NAMES], pipeline };
  return new lunr.Index(parts as unknown as lunr.Index.Attributes);
}

/** What lunr keeps of a term in a document: nothing but that it is there. */
const NOTHING = Object.freeze({});
