import { describe, expect, test } from 'vitest';
import type { SearchDocument } from '#site/search/documents.ts';
import { excerptOf, hitOf } from '#site/search/excerpt.ts';

const CASE: SearchDocument = {
  kind: 'lesson',
  href: '/lessons/printers/',
  about: 'Lesson: failure',
  title: 'Printers that stopped',
  summary: 'A patch stopped printers.',
  sections: [
    { id: '', title: '', text: 'A hospital · CVE-2025-12345' },
    { id: 'situation', title: 'Situation', text: 'Printers of one model stopped.' },
    { id: 'actions', title: 'What was done', text: 'A canary caught it. Rolling back took an hour.' },
  ],
};

describe('a hit', () => {
  test('is shown by the section that holds most of what was found, with the way to it', () => {
    expect(hitOf(CASE, ['canari', 'roll'])).toEqual({
      href: '/lessons/printers/',
      about: 'Lesson: failure',
      title: [{ text: 'Printers that stopped', found: false }],
      excerpt: [
        { text: 'A ', found: false },
        { text: 'canary', found: true },
        { text: ' caught it. ', found: false },
        { text: 'Rolling', found: true },
        { text: ' back took an hour.', found: false },
      ],
      section: { href: '/lessons/printers/#actions', title: 'What was done' },
    });
  });

  test('is shown by its summary where that holds as much as any section', () => {
    const { excerpt, section, title } = hitOf(CASE, ['printer']);
    expect(excerpt.map(({ text }) => text).join('')).toBe(CASE.summary);
    expect(section).toBeUndefined();
    expect(title[0]).toEqual({ text: 'Printers', found: true });
  });

  test('is shown by its summary where the title says it all', () => {
    const { excerpt, section } = hitOf({ ...CASE, summary: 'In short.' }, ['printer']);
    expect(excerpt).toEqual([{ text: 'In short.', found: false }]);
    expect(section).toBeUndefined();
  });

  test('leads to the page where what was found stands before any heading', () => {
    const { excerpt, section } = hitOf(CASE, ['cve-2025-12345']);
    expect(excerpt).toContainEqual({ text: 'CVE-2025-12345', found: true });
    expect(section).toBeUndefined();
  });

  test('of an entry that has a fragment already leads to the fragment of the section', () => {
    const entry = { ...CASE, href: '/maintenance/#servers', summary: '' };
    expect(hitOf(entry, ['canari']).section?.href).toBe('/maintenance/#actions');
  });
});

describe('an excerpt', () => {
  test('is cut between words around the first mark', () => {
    const text = `${'before '.repeat(40)}canary ${'after '.repeat(100)}`;
    const pieces = excerptOf(text, new Set(['canari']));
    const whole = pieces.map((piece) => piece.text).join('');
    expect(pieces.filter(({ found }) => found)).toEqual([{ text: 'canary', found: true }]);
    expect(whole).toMatch(/^… before .*canary after .* …$/);
    expect(whole.length).toBeLessThan(260);
  });

  test('of a text without the words is its beginning', () => {
    expect(excerptOf('Short.', new Set())).toEqual([{ text: 'Short.', found: false }]);
  });
});
