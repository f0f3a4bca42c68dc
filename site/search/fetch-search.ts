/** Opens the search from its files on this site. */
import type { Catalog } from './catalog.ts';
import { remember } from './remember.ts';
import { openSearch, type Search } from './search.ts';

/**
 * `address`: that of the catalog, beside which the parts stand in a folder. Each is loaded when a query first needs it.
 * The catalog is asked for anew each time: with a site that was built again, the parts that an old one names are gone.
 */
export async function fetchSearch(address: string): Promise<Search> {
  const base = new URL(address, location.href);
  const catalog = (await fetchJson(base, { cache: 'no-cache' })) as Catalog;
  const load = remember((name: string) => fetchJson(new URL(`parts/${name}.json`, base)));
  return openSearch(catalog, load);
}

async function fetchJson(url: URL, options: RequestInit = {}): Promise<unknown> {
  const answer = await fetch(url, options);
  if (!answer.ok) throw new Error(`${url.pathname} answered ${answer.status}`);
  return answer.json();
}
