/** The reference: lunr's own builder and its own index, whole, over the same documents in the same order. */
import lunr from 'lunr';
import { FIELD_NAMES, FIELDS, fieldsOf, type SearchDocument } from '#site/search/documents.ts';
import { type Clause, type TokenSet, tokenSetOf } from '#site/search/lunr-sets.ts';
import { isCommon, partsOf, words } from '#site/search/terms.ts';

type Inside = lunr.Builder & {
  invertedIndex: Record<string, { _index: number }>;
  tokenSet: TokenSet;
  createTokenSet(): void;
};

export function wholeIndex(documents: readonly SearchDocument[]): lunr.Index {
  const builder = new lunr.Builder() as Inside;
  builder.tokenizer = Object.assign(tokenize, { separator: lunr.tokenizer.separator });
  builder.pipeline.add(lunr.stemmer);
  builder.searchPipeline.add(lunr.stemmer);
  // lunr's own, minimised set loses terms that hold digits.
  builder.createTokenSet = () => {
    builder.tokenSet = tokenSetOf(Object.keys(builder.invertedIndex).sort());
  };
  builder.ref('number');
  for (const field of FIELD_NAMES) builder.field(field, { boost: FIELDS[field] });
  for (const [number, document] of documents.entries()) builder.add({ number, ...fieldsOf(document) });
  numberByAlphabet(builder);
  return builder.build();
}

/**
 * lunr numbers terms as it meets them, and adds their weights in that order. The order of sums decides the last bit of a
 * score, and that the order of two documents whose scores are equal on paper.
 */
function numberByAlphabet({ invertedIndex }: Inside): void {
  for (const [number, term] of Object.keys(invertedIndex).sort().entries())
    Object.assign(invertedIndex[term] ?? {}, { _index: number });
}

const tokenize = (text: unknown) =>
  words(String(text ?? ''))
    .filter((word) => !isCommon(word.text))
    .flatMap((word) => partsOf(word.text))
    .map((part) => new lunr.Token(part, {}));

/** Ask lunr for clauses. Copies, since it writes into those it is given. */
export const ask = (index: lunr.Index, clauses: readonly Clause[]) =>
  index.query((query) => {
    for (const clause of clauses) query.clause({ ...clause } as lunr.Query.Clause);
  });
