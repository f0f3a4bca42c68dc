/**
 * In the browser: turns the links of the facets into a choice that combines at once and stands in the address.
 * Nothing is fetched before the first choice. Should the fetch fail, the link leads to its static page as it always did.
 */
import { chosen, readChoice, toggled, writeChoice } from './choose.ts';
import { countFacets, shownValues, type ValueCount } from './counts.ts';
import type { LessonIndex, ListEntry } from './entries.ts';
import type { Choice, Facet } from './facets.ts';
import type { Vocabulary } from './vocabulary.ts';

type Parts = {
  facets: HTMLElement;
  list: HTMLElement;
  blank: HTMLTemplateElement;
  status: HTMLElement;
  pager: HTMLElement | null | undefined;
};
/** A facet of the page; `item` is the blank of a value. */
type Place = { details: HTMLDetailsElement; list: Element; item: Element };

const AT_A_TIME = 100;

/** `index` is the address of the entries of all cases. */
export function startSifting({ facets, list, blank, status, pager }: Parts, index: string) {
  const places = new Map<Facet, Place>();
  for (const details of facets.querySelectorAll<HTMLDetailsElement>('[data-facet]')) {
    const values = details.querySelector('ul');
    const item = values?.firstElementChild?.cloneNode(true) as Element | undefined;
    if (values && item) places.set(details.dataset['facet'] as Facet, { details, list: values, item });
  }
  let loaded: Promise<LessonIndex> | undefined;

  const load = () => {
    loaded ??= fetch(index).then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)));
    return loaded.catch((fault) => {
      loaded = undefined;
      throw fault;
    });
  };

  async function show(wanted: Choice) {
    const { entries, vocabulary } = await load();
    const choice = knownIn(vocabulary, wanted);
    const left = chosen(entries, choice);
    list.replaceChildren(...left.slice(0, AT_A_TIME).map((entry) => filled(blank, entry)));
    const more = left.length > AT_A_TIME ? `, the first ${AT_A_TIME} shown: narrow down further` : '';
    status.textContent = `${left.length} of ${entries.length} lessons${more}`;
    pager?.remove();
    for (const { facet, values } of countFacets(entries, vocabulary, choice)) {
      const place = places.get(facet);
      if (place) showValues(place, shownValues(values, choice[facet]), choice[facet]);
    }
  }

  facets.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    const value = link?.closest('li')?.dataset['value'];
    const place = link?.closest('details');
    if (!link || !place || value === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const choice = toggled(
      readChoice(location.search, [...places.keys()]),
      place.dataset['facet'] as Facet,
      value,
    );
    show(choice).then(
      () => {
        history.pushState(null, '', location.pathname + writeChoice(choice));
        // The values were written anew, and the keyboard must not be left at the top of the page.
        const next = place.querySelector<HTMLElement>(`[data-value="${value}"] a`);
        (next ?? place.querySelector('summary'))?.focus();
      },
      () => location.assign(link.href),
    );
  });
  const fromAddress = () =>
    show(readChoice(location.search, [...places.keys()])).catch(() => {
      status.textContent = 'The lessons could not be narrowed down. Reload the page to try again.';
    });
  addEventListener('popstate', fromAddress);
  if (writeChoice(readChoice(location.search, [...places.keys()]))) void fromAddress();
}

/** A choice without values that no vocabulary has: an address may be old, or mistyped. */
const knownIn = (vocabulary: Vocabulary, choice: Choice): Choice =>
  Object.fromEntries(
    Object.entries(choice).filter(([facet, value]) =>
      vocabulary[facet as Facet].some(([known]) => known === value),
    ),
  );

/** Print the values of a facet, each with how many it would leave and whether it is chosen. */
function showValues({ details, list, item }: Place, values: readonly ValueCount[], own: string | undefined) {
  list.replaceChildren(
    ...values.map(({ value, label, count }) => {
      const copy = item.cloneNode(true) as HTMLElement;
      const [link, number] = [copy.querySelector('a'), copy.querySelector('span')];
      copy.dataset['value'] = value;
      if (number) number.textContent = `${count}`;
      if (link) {
        link.textContent = label;
        link.href = link.href.replace(/[^/]+\/$/, `${encodeURIComponent(value)}/`);
        if (value === own) link.ariaCurrent = 'true';
      }
      return copy;
    }),
  );
  details.hidden = values.length === 0;
  if (own) details.open = true;
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
