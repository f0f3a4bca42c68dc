/** The search over documents, as a browser gets it: through the JSON of its files. */
import { buildSearch } from '#site/search/build.ts';
import type { Catalog, Names, Pages } from '#site/search/catalog.ts';
import type { SearchDocument } from '#site/search/documents.ts';
import { openSearch } from '#site/search/search.ts';

export function openedSearch(documents: readonly SearchDocument[], names: Names = []) {
  const { catalog: made, parts } = buildSearch(documents, names);
  const catalog: Catalog = JSON.parse(JSON.stringify(made));
  /** Names of the parts that were loaded, in order. */
  const loaded: string[] = [];
  const load = async (name: string) => {
    loaded.push(name);
    const text = parts.get(name);
    if (text === undefined) throw new Error(`No part ${name}`);
    return JSON.parse(text);
  };
  return { catalog, parts, load, loaded, search: openSearch(catalog, load) };
}

/** All documents by their numbers. */
export const documentsOf = ({ catalog, parts }: { catalog: Catalog; parts: ReadonlyMap<string, string> }) =>
  [...parts]
    .filter(([name]) => name.startsWith(`${catalog.pages.name}-`))
    .flatMap(([, text]): Pages => JSON.parse(text));
