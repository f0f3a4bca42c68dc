/** Prints what was found, as elements made one by one: no words from outside become markup. */
import { KINDS, type Kind } from './documents.ts';
import type { Hit, Piece } from './excerpt.ts';
import { addressOf } from './words.ts';

/** Add hits to the list. Gives the links to their pages. */
export function printHits(list: HTMLElement, hits: readonly Hit[]): HTMLAnchorElement[] {
  return hits.map((hit) => {
    const link = element('a', { href: hit.href }, printPieces(hit.title));
    list.append(
      element('li', { className: 'entry' }, [
        element('h2', { className: 'entry__title' }, [link]),
        element('p', { className: 'entry__about' }, printPlace(hit)),
        element('p', { className: 'entry__summary' }, printPieces(hit.excerpt)),
      ]),
    );
    return link;
  });
}

/** What the page is, and the section in which the words stand. */
const printPlace = ({ about, section }: Hit): (Node | string)[] =>
  section ? [`${about}, under `, element('a', { href: section.href }, [section.title])] : [about];

const printPieces = (pieces: readonly Piece[]) =>
  pieces.map(({ text, found }) => (found ? element('mark', {}, [text]) : text));

type Chosen = { typed: string; kind: Kind | undefined };

/** Links that narrow the results down; none where there is nothing to choose. A kind without results can be left again. */
export function printKinds(list: HTMLElement, counts: readonly [Kind, number][], { typed, kind }: Chosen) {
  const all = counts.reduce((sum, [, count]) => sum + count, 0);
  const offered = counts.some(([one]) => one === kind) || !kind ? counts : [...counts, [kind, 0] as const];
  const links = [
    ['All', undefined, all] as const,
    ...offered.map(([one, count]) => [KINDS[one], one, count] as const),
  ];
  const rows = links.map(([text, one, count]) => {
    const link = element('a', { href: addressOf(typed, one) }, [
      `${text} `,
      element('span', { className: 'facet__count' }, [String(count)]),
    ]);
    if (one === kind) link.setAttribute('aria-current', 'true');
    return element('li', {}, [link]);
  });
  list.replaceChildren(...(offered.length > 1 || kind ? rows : []));
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
  children: readonly (Node | string)[],
): HTMLElementTagNameMap[Name] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}
