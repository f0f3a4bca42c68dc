/** What the search page says, and how it writes its own address. Pure. */
import { KINDS, type Kind } from './documents.ts';
import type { Found } from './find.ts';

/** What was found, in a sentence for the status line. */
export function tell(by: Found['by'], count: number): string {
  if (count === 0) return 'Nothing found. Try fewer or other words, like “rollback” or a CVE id.';
  const pages = count === 1 ? '1 page' : `${count} pages`;
  if (by === 'names') return `No page says this. ${pages} found by other names of the same thing.`;
  if (by === 'any') return `No page has all of these words. ${pages} found with some of them.`;
  if (by === 'alike') return `Nothing is spelled like this. ${pages} found with words spelled alike.`;
  return `${pages} found`;
}

/** While somebody types, words spelled alike are not looked for yet. */
export const tellUnsettled = (by: Found['by'], count: number): string =>
  count === 0 ? 'Nothing found so far. Press Search to look for words spelled alike.' : tell(by, count);

/** How many results there are of each kind, in the order in which kinds are offered. */
export function countKinds(found: readonly (Kind | undefined)[]): [Kind, number][] {
  return (Object.keys(KINDS) as Kind[])
    .map((kind): [Kind, number] => [kind, found.filter((one) => one === kind).length])
    .filter(([, count]) => count > 0);
}

/** The query of the page's address, or nothing where nothing is typed. */
export function addressOf(typed: string, kind: Kind | undefined): string {
  const parts = new URLSearchParams({ ...(typed && { q: typed }), ...(kind && { kind }) });
  return parts.size > 0 ? `?${parts}` : '';
}
