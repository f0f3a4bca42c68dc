/** The search, loaded with its code when it is first asked for. */
import type { Search } from './search.ts';

export type LoadedSearch = {
  /** Begin to load it. What goes wrong shows when it is used. */
  begin: () => void;
  /**
   * Use it, and once more from the beginning where something could not be loaded: the site may have been built again since
   * the page was opened. Rejects where that does not help either; the next use begins anew.
   */
  use: <T>(work: (search: Search) => Promise<T>) => Promise<T>;
};

/** `address` is that of the catalog. */
export function loadSearch(address: string): LoadedSearch {
  let opening: Promise<Search> | undefined;
  const open = () => {
    opening ??= import('./fetch-search.ts').then(({ fetchSearch }) => fetchSearch(address));
    return opening;
  };
  const attempt = async <T>(work: (search: Search) => Promise<T>) => {
    try {
      return await work(await open());
    } catch (fault) {
      opening = undefined;
      throw fault;
    }
  };
  return {
    begin: () => void open().catch(() => {}),
    use: (work) => attempt(work).catch(() => attempt(work)),
  };
}
