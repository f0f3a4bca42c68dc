import { describe, expect, test } from 'vitest';
import { byLetter } from '#site/glossary/letters.ts';
import { termLinker } from '#site/glossary/link-terms.ts';

const link = termLinker([
  { id: 'asset', term: 'Asset' },
  { id: 'asset-importance', term: 'Asset importance' },
  { id: 'canary', term: 'Canary' },
  { id: 'kev', term: 'KEV', expands: 'Known Exploited Vulnerabilities' },
  { id: 'step', term: 'Step' },
]);
const page = (text: string) => `<main><div class="prose">${text}</div></main>`;
const linkOf = (id: string, word: string) => `<a class="term" href="/glossary/#${id}">${word}</a>`;

describe('termLinker', () => {
  test('links the first use of a term and leaves the others, because one explanation is enough', () => {
    expect(link(page('<p>A canary.</p><p>Another canary.</p>'))).toBe(
      page(`<p>A ${linkOf('canary', 'canary')}.</p><p>Another canary.</p>`),
    );
  });

  test('begins anew on each page', () => {
    const once = page(`A ${linkOf('canary', 'canary')}`);
    expect([link(page('A canary')), link(page('A canary'))]).toEqual([once, once]);
  });

  test('takes plurals and capitals at the beginning of a sentence', () => {
    expect(link(page('Canaries watch assets'))).toBe(
      page(`${linkOf('canary', 'Canaries')} watch ${linkOf('asset', 'assets')}`),
    );
  });

  test('prefers the longer term, because the shorter one means something else', () => {
    expect(link(page('by asset importance'))).toBe(
      page(`by ${linkOf('asset-importance', 'asset importance')}`),
    );
  });

  test('finds an acronym as it is written and by what it stands for, once for both', () => {
    expect(link(page('Kev, kev, Known Exploited Vulnerabilities or KEV'))).toBe(
      page(`Kev, kev, ${linkOf('kev', 'Known Exploited Vulnerabilities')} or KEV`),
    );
  });

  test('leaves alone what is part of another word, and words with an everyday meaning', () => {
    const text = page('assetless, sub-asset, asset-like; a step');
    expect(link(text)).toBe(text);
  });

  test.each(['a', 'h2', 'code', 'q', 'dt', 'span', 'figcaption'])(
    'leaves the text of <%s> alone, and goes on after it',
    (name) => {
      const kept = `<${name}>canary <${name}>canary</${name}> canary</${name}>`;
      expect(link(page(`${kept} canary`))).toBe(page(`${kept} ${linkOf('canary', 'canary')}`));
    },
  );

  test('touches neither attributes nor comments nor anything outside of the prose', () => {
    const text =
      '<nav>canary</nav><div class="prose"><p title="a > canary">x</p><!-- canary --></div><p>canary</p>';
    expect(link(text)).toBe(text);
  });

  test('goes through the boxes inside the prose and stops at its end', () => {
    expect(link('<div class="prose"><div>x</div>canary</div> asset')).toBe(
      `<div class="prose"><div>x</div>${linkOf('canary', 'canary')}</div> asset`,
    );
  });
});

test('the glossary is in the order of the alphabet, with numbers as numbers', () => {
  const terms = ['KEV', 'BOD 19-02', 'agent', 'BOD 4-1', 'Asset'].map((term) => ({
    id: 'x',
    term,
    definition: 'd',
    synonyms: [],
    related: [],
    steps: [],
  }));
  expect(byLetter(terms).map(([letter, inside]) => [letter, inside.map(({ term }) => term)])).toEqual([
    ['A', ['agent', 'Asset']],
    ['B', ['BOD 4-1', 'BOD 19-02']],
    ['K', ['KEV']],
  ]);
});
