/**
 * In the browser: turns the links of the facets into a choice that combines at once and stands in the address.
 * Nothing is fetched before the first choice. Should the fetch fail, the link leads to its static page as it always did.
 */
import { chosen, countWith, readChoice, toggled, writeChoice } from './choose.ts';
import type { ListEntry } from './entries.ts';
import type { Choice, Facet } from './facets.ts';

type Parts = {
  facets: HTMLElement;
  list: HTMLElement;
  blank: HTMLTemplateElement;
  status: HTMLElement;
  pager: HTMLElement | null | undefined;
};

const AT_A_TIME = 100;

/** `index` is the address of the entries of all cases. */
export function startSifting({ facets, list, blank, status, pager }: Parts, index: string) {
  const places = [...facets.querySelectorAll<HTMLElement>('[data-facet]')];
  const names = [...new Set(places.map(({ dataset }) => dataset['facet'] as Facet))];
  let entries: Promise<ListEntry[]> | undefined;

  const load = () => {
    entries ??= fetch(index).then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)));
    return entries.catch((fault) => {
      entries = undefined;
      throw fault;
    });
  };

  async function show(choice: Choice) {
    const all = await load();
    const left = chosen(all, choice);
    list.replaceChildren(...left.slice(0, AT_A_TIME).map((entry) => filled(blank, entry)));
    const more = left.length > AT_A_TIME ? `, the first ${AT_A_TIME} shown: narrow down further` : '';
    status.textContent = `${left.length} of ${all.length} lessons${more}`;
    pager?.remove();
    for (const place of places) mark(place, all, choice);
  }

  facets.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    const place = link?.closest<HTMLElement>('[data-facet]');
    if (!link || !place || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const { facet, value = '' } = place.dataset;
    const choice = toggled(readChoice(location.search, names), facet as Facet, value);
    show(choice).then(
      () => history.pushState(null, '', location.pathname + writeChoice(choice)),
      () => location.assign(link.href),
    );
  });
  const fromAddress = () =>
    show(readChoice(location.search, names)).catch(() => {
      status.textContent = 'The lessons could not be narrowed down. Reload the page to try again.';
    });
  addEventListener('popstate', fromAddress);
  if (writeChoice(readChoice(location.search, names))) void fromAddress();
}

/** Show beside a value how many it would leave, whether it is chosen, and hide it where it would leave none. */
function mark(place: HTMLElement, all: readonly ListEntry[], choice: Choice) {
  const { facet, value = '' } = place.dataset;
  const count = countWith(all, choice, facet as Facet, value);
  const isChosen = choice[facet as Facet] === value;
  const [link, number] = [place.querySelector('a'), place.querySelector('span')];
  place.hidden = count === 0 && !isChosen;
  if (isChosen) {
    link?.setAttribute('aria-current', 'true');
    place.closest('details')?.setAttribute('open', '');
  } else link?.removeAttribute('aria-current');
  if (number) number.textContent = `${count}`;
}

function filled(blank: HTMLTemplateElement, entry: ListEntry): Node {
  const copy = blank.content.cloneNode(true) as DocumentFragment;
  for (const place of copy.querySelectorAll<HTMLElement>('[data-fill]')) {
    place.textContent = String(entry[place.dataset['fill'] as keyof ListEntry]);
    if (place instanceof HTMLAnchorElement) place.href = entry.href;
    if (place.classList.contains('outcome')) place.classList.add(`outcome--${entry.outcome}`);
  }
  return copy;
}
