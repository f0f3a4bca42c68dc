/** The search as the page uses it, over whatever loads its files: over HTTP in the browser, from memory in tests. */

import { openAlike } from './alike.ts';
import type { Catalog, Names, Pages } from './catalog.ts';
import { kindOf } from './catalog.ts';
import type { Kind } from './documents.ts';
import { type Hit, hitOf } from './excerpt.ts';
import { type Find, openFind, type Result } from './find.ts';
import { fromLetters } from './letters.ts';
import { type LoadPart, openIndex } from './split-index.ts';

export type Search = {
  find: Find;
  /** What shares words with a text, the best first: at least `LEAST_SHARED` different ones. */
  alike: (text: string) => Promise<Result[]>;
  kindOf: (result: Result) => Kind | undefined;
  /** Load what is printed of results. Rejects where it cannot be had. */
  hits: (results: readonly Result[]) => Promise<Hit[]>;
};

/** `load` is asked once for each part, and again for one that it did not get. */
export function openSearch(catalog: Catalog, load: LoadPart): Search {
  const index = openIndex(catalog, load);
  const find = openFind(index, async () => (await load(catalog.names)) as Names);
  const starts = startsOf(fromLetters(catalog.pages.sizes));

  async function hit({ document, terms }: Result): Promise<Hit[]> {
    const part = starts.findLastIndex((start) => start <= document);
    const pages = (await load(`${catalog.pages.name}-${part}`)) as Pages;
    const found = pages[document - (starts[part] ?? 0)];
    return found ? [hitOf(found, terms)] : [];
  }

  return {
    find,
    alike: openAlike(index),
    kindOf: ({ document }) => kindOf(index.extent, document),
    hits: async (results) => (await Promise.all(results.map(hit))).flat(),
  };
}

/** The number of the first document of each part. */
function startsOf(sizes: readonly number[]): number[] {
  let next = 0;
  return sizes.map((size) => {
    next += size;
    return next - size;
  });
}
