/**
 * The search page in the browser: what is typed and chosen stands in the address and is sent nowhere. This and the index are
 * loaded when the box is first used, and then only the parts that the words need.
 */
import { isKind, type Kind } from './documents.ts';
import type { Hit } from './excerpt.ts';
import type { Found, Result } from './find.ts';
import { walkByArrows } from './keyboard.ts';
import { loadSearch } from './load-search.ts';
import { printHits, printKinds } from './print.ts';
import type { Search } from './search.ts';
import { addressOf, countKinds, tell, tellUnsettled } from './words.ts';

export type Parts = {
  form: HTMLFormElement;
  box: HTMLInputElement;
  status: HTMLElement;
  /** Filled with a link for each kind that was found. */
  kinds: HTMLElement;
  results: HTMLElement;
  more: HTMLButtonElement;
};

/** What was found, how much of each kind, the results of the kind that was chosen, and the first hits of those. */
type Looked = { search: Search; found: Found; counts: [Kind, number][]; chosen: Result[]; hits: Hit[] };

/** Hits that are printed at once. */
const SHOWN = 10;
/** Milliseconds without a key after which the words are looked for, and of looking after which it is said. */
const PAUSE = 150;
const LONG = 400;

/** `address` is that of the catalog. */
export function startSearch(parts: Parts, address: string) {
  const { form, box, status, kinds, results, more } = parts;
  const search = loadSearch(address);
  let kind = kindIn(location.search);
  /** Numbers of documents mean something only to the search that gave them. */
  let rest: Pick<Looked, 'search' | 'chosen'> | undefined;
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function show(settled: boolean) {
    clearTimeout(timer);
    turn += 1;
    const mine = turn;
    const typed = box.value.trim();
    history.replaceState(null, '', addressOf(typed, kind) || location.pathname);
    if (typed === '') return clear('');
    const waiting = setTimeout(() => tellStatus('Looking …'), LONG);
    try {
      const looked = await search.use((opened) => look(opened, { typed: box.value, settled, kind }));
      if (mine === turn) print(looked, typed, settled);
    } catch {
      if (mine === turn) clear('The search could not be loaded. Check your connection and press Search.');
    } finally {
      clearTimeout(waiting);
    }
  }

  function print({ search: from, found, counts, chosen, hits }: Looked, typed: string, settled: boolean) {
    printKinds(kinds, counts, { typed, kind });
    results.replaceChildren();
    printHits(results, hits);
    leave({ search: from, chosen: chosen.slice(SHOWN) });
    tellStatus((settled ? tell : tellUnsettled)(found.by, chosen.length));
  }

  async function showMore({ search: from, chosen }: Pick<Looked, 'search' | 'chosen'>) {
    try {
      const [first] = printHits(results, await from.hits(chosen.slice(0, SHOWN)));
      leave({ search: from, chosen: chosen.slice(SHOWN) });
      first?.focus();
    } catch {
      tellStatus('No more could be loaded. Check your connection and press Search.');
    }
  }

  function clear(message: string) {
    kinds.replaceChildren();
    results.replaceChildren();
    leave(undefined);
    tellStatus(message);
  }

  function leave(left: typeof rest) {
    rest = left;
    more.hidden = !left || left.chosen.length === 0;
  }

  const tellStatus = (message: string) => {
    status.textContent = message;
  };

  if (document.activeElement === box) search.begin();
  else box.addEventListener('focus', search.begin, { once: true });
  box.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void show(false), PAUSE);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void show(true);
  });
  kinds.addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest('a');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    kind = kindIn(link.search);
    void show(true).then(() => kinds.querySelector<HTMLElement>('[aria-current]')?.focus());
  });
  more.addEventListener('click', () => rest && void showMore(rest));
  walkByArrows(box, results);

  const asked = new URLSearchParams(location.search).get('q') ?? '';
  // Somebody may have typed while this was loading.
  if (box.value === '') box.value = asked;
  if (box.value) void show(box.value === asked);
}

type Wanted = { typed: string; settled: boolean; kind: Kind | undefined };

async function look(search: Search, { typed, settled, kind }: Wanted): Promise<Looked> {
  const found = await search.find(typed, { settled });
  const counts = countKinds(found.results.map(search.kindOf));
  const chosen = found.results.filter((result) => !kind || search.kindOf(result) === kind);
  return { search, found, counts, chosen, hits: await search.hits(chosen.slice(0, SHOWN)) };
}

function kindIn(query: string): Kind | undefined {
  const kind = new URLSearchParams(query).get('kind');
  return isKind(kind) ? kind : undefined;
}
