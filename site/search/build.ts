/** Makes the search index: one document a page, with its text for the excerpts. Runs when the site is built. */
import lunr from 'lunr';
import { mendTokenSets, tokenize } from './terms.ts';

export type SearchDocument = { href: string; title: string; kind: string; summary: string; text: string };
/** `index` is lunr's own form; its references are positions in `documents`. */
export type SearchIndex = { index: object; documents: SearchDocument[] };

const BOOSTS = { title: 6, summary: 2, text: 1 } as const;

export function buildIndex(documents: SearchDocument[]): SearchIndex {
  mendTokenSets();
  const builder = new lunr.Builder();
  builder.tokenizer = Object.assign(tokenize, { separator: lunr.tokenizer.separator });
  builder.pipeline.add(lunr.stemmer);
  builder.searchPipeline.add(lunr.stemmer);
  builder.ref('position');
  for (const [field, boost] of Object.entries(BOOSTS)) builder.field(field, { boost });
  for (const [position, { title, summary, text }] of documents.entries())
    builder.add({ position, title, summary, text });
  return { index: builder.build().toJSON(), documents };
}
