import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readCompiledCases } from '#api/publishing/known-content.ts';
import { findAlike, wordsOf } from '#api/review/likeness.ts';
import { told } from '#api/review/words-of.ts';
import { lessonContent, type ShortLesson } from '#schemas/submission.ts';
import { lesson } from '#test/support/story.ts';

const content = fileURLToPath(new URL('../../../content', import.meta.url));
const compiled = [...readCompiledCases(content)].map(([place, record]) => ({ place, ...told(record) }));

describe('the editors’ own cases', () => {
  test('are not alike, since each tells another story: a hint at every submission would be read by nobody', () => {
    expect(compiled.length).toBeGreaterThan(10);

    for (const one of compiled)
      expect(
        findAlike(
          one,
          compiled.filter((other) => other !== one),
        ),
        one.title,
      ).toEqual([]);
  });

  test('each is found again when it is told in fewer words', () => {
    for (const { title, core, place } of compiled) {
      const words = core.split(' ');
      const shorter = { title, core: words.slice(0, Math.ceil(words.length / 2)).join(' ') };

      expect(findAlike(shorter, compiled)[0]?.place, title).toBe(place);
    }
  });
});

test('two people who tell of one event find each other, in a long form and in a short one', () => {
  const short: ShortLesson = {
    happened:
      'When Log4Shell came our inventory knew products and not the libraries inside them. Learning where Log4j ran took days. We asked suppliers and searched files.',
    differently: 'Collect bills of materials before the next one, so that the inventory knows the library.',
  };
  const { content: long } = lesson;
  const other = told(lessonContent.parse(long));

  const [found] = findAlike(told(short), [...compiled, { place: 'it', ...other }]);

  expect(found).toMatchObject({ place: 'it', title: long.title });
  expect(found?.words).toEqual(expect.arrayContaining(['bill', 'material']));
});

test('the most alike comes first, with the words that made it', () => {
  const text = { title: 'Rings', core: 'A canary ring of print servers caught the driver.' };
  const candidates = [
    { place: 1, title: 'Far', core: 'A canary ring of laptops missed it, and mail servers failed.' },
    { place: 2, title: 'Near', core: 'The canary ring caught a print driver.' },
    { place: 3, title: 'Else', core: 'Nobody knew where Log4j was.' },
  ];

  const found = findAlike(text, candidates);

  expect(found.map(({ place }) => place)).toEqual([2, 1]);
  expect(found[0]?.words).toEqual(expect.arrayContaining(['caught', 'driver', 'print']));
});

test('words are compared without case, plural and what every text has; an identifier stays whole', () => {
  expect([...wordsOf('The Servers and THE server: CVE-2021-44228')]).toEqual(['server', 'cve-2021-44228']);
});
