import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { coarseTime, cveId, line, paragraphs, partialDate, slug, stepId, webAddress } from '#schemas/text.ts';

const title = line('Enter a title', 20);
const situation = paragraphs('Describe the situation', 60);

/** What the reader is told, in order; nothing when the value is taken. */
const saidOf = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(value).error?.issues.map(({ message }) => message);

describe('a line', () => {
  test.each([[undefined], [null], [''], ['   '], [7], [['x']]])(
    '%j reads as if nothing was entered',
    (value) => {
      expect(saidOf(title, value)).toEqual(['Enter a title']);
    },
  );

  test.each([
    ['a'.repeat(21), 'Use 20 characters or fewer'],
    ['two\nlines', 'Use a single line'],
    ['tab\there', 'Use a single line'],
    ['<b>bold</b>', 'Use plain text: remove the HTML tags'],
    ['<!-- x', 'Use plain text: remove the HTML tags'],
    ['<img src=x', 'Use plain text: remove the HTML tags'],
    ['zero\u0000byte', 'Remove the hidden control characters: retype the text here'],
    ['exe.\u202Efdp', 'Remove the hidden control characters: retype the text here'],
    ['zero\u200Bwidth', 'Remove the hidden control characters: retype the text here'],
  ])('%j is refused in the reader’s words', (value, message) => {
    expect(saidOf(title, value)).toEqual([message]);
  });

  test.each(['a < b and b > c', '5 <6', 'R&D {x} $(y)', '`rm -rf`', "Robert'); DROP", 'ﬁ ½ 🩹'])(
    '%j is data like any other',
    (value) => {
      expect(title.parse(value)).toBe(value);
    },
  );

  test('is trimmed, and written the same however its accents were typed', () => {
    expect(title.parse('  Cafe\u0301 ')).toBe('Café');
  });
});

describe('paragraphs', () => {
  test.each([[undefined], [null], [7]])('%j reads as if nothing was entered', (value) => {
    expect(saidOf(situation, value)).toEqual(['Describe the situation']);
  });

  test.each([
    ['   \n ', 'Describe the situation'],
    ['x'.repeat(61), 'Use 60 characters or fewer'],
    ['a <script>alert(1)</script>', 'HTML is not printed here: put code between backticks, like `<tag>`'],
    ['a {process.env}', 'Put code between backticks, like `{value}`'],
    ['[x](javascript:alert(1))', 'Links must begin with https://, http:// or mailto:'],
    ['[x]( <data:text/html,x>)', 'Links must begin with https://, http:// or mailto:'],
    ['[x]: vbscript:x', 'Links must begin with https://, http:// or mailto:'],
  ])('%j is refused in the reader’s words', (value, message) => {
    expect(saidOf(situation, value)).toContain(message);
  });

  test.each([
    'Run `<tag>` and `{value}`',
    '[x](https://example.org)',
    '[x](mailto:a@example.org)',
    'a **bold** word\n\n- one\n- two',
    '    indented code',
  ])('%j is taken', (value) => {
    expect(situation.safeParse(value).success).toBe(true);
  });

  test('line ends are written one way', () => {
    expect(situation.parse('a\r\nb\rc')).toBe('a\nb\nc');
  });
});

describe('characters that another form stands for', () => {
  test('count in the form in which they are stored', () => {
    // This letter is written as two in NFC.
    expect(saidOf(title, '\u0958'.repeat(11))).toEqual(['Use 20 characters or fewer']);
  });

  test('cannot open a code span that was not there', () => {
    // U+1FEF becomes a backtick, which would leave the tag outside of the code.
    expect(saidOf(situation, '\u1FEF `<script>`')).toContain(
      'HTML is not printed here: put code between backticks, like `<tag>`',
    );
  });

  test('must be characters: half a surrogate pair is none', () => {
    const message = 'Remove the hidden control characters: retype the text here';

    expect(saidOf(title, 'a\uD800b')).toEqual([message]);
    expect(saidOf(situation, 'a\uDC00b')).toEqual([message]);
  });
});

test('text that was taken is taken again, and does not change any more', () => {
  const anyText = fc.string({ unit: 'binary', maxLength: 40 });
  fc.assert(
    fc.property(anyText, (text) => {
      for (const schema of [line('Enter it', 200), paragraphs('Enter it', 200)]) {
        const taken = schema.safeParse(text);
        if (taken.success) expect(schema.parse(taken.data)).toBe(taken.data);
      }
    }),
    { numRuns: 1_000 },
  );
});

describe('dates', () => {
  test.each(['2021', '2021-12', '2021-12-10', '2024-02-29'])(
    '%s is a date as precise as it is known',
    (value) => {
      expect(partialDate().parse(` ${value} `)).toBe(value);
    },
  );

  test.each(['21', '2021-13', '2021-00', '2021-12-32', '10.12.2021', '2021-Q4', 'soon', ''])(
    '%j says which forms there are',
    (value) => {
      expect(saidOf(partialDate(), value)).toEqual(['Enter a date, like 2021-12-10, 2021-12 or 2021']);
    },
  );

  test.each(['2021-02-29', '2021-04-31', '2100-02-29'])('%s is not in the calendar', (value) => {
    expect(saidOf(partialDate(), value)).toEqual(['Enter a day that exists in the calendar']);
  });

  test.each(['2021', '2021-Q4', '2021-12'])('%s is a coarse time', (value) => {
    expect(coarseTime().parse(value)).toBe(value);
  });

  test.each(['2021-Q5', '2021-12-10', 'Q4'])('%s is not a coarse time', (value) => {
    expect(saidOf(coarseTime(), value)).toEqual([
      'Enter a year, quarter or month, like 2021, 2021-Q4 or 2021-12',
    ]);
  });
});

describe('names with a form', () => {
  test('a CVE identifier is written in capitals', () => {
    expect(cveId.parse(' cve-2021-44228')).toBe('CVE-2021-44228');
    expect(saidOf(cveId, '2021-44228')).toEqual(['Enter a CVE identifier, like CVE-2021-44228']);
  });

  test('a web address is http or https', () => {
    const address = webAddress('Enter an address');

    expect(address.parse('https://example.org/a?b#c')).toBe('https://example.org/a?b#c');
    for (const value of [
      'javascript:alert(1)',
      'example.org',
      'ftp://example.org',
      'https://',
      'https://a b',
    ])
      expect(saidOf(address, value)).toEqual(['Enter a web address that begins with https://']);
  });

  test('a step is named with its process', () => {
    expect(stepId.parse('emergency-patching/canary')).toBe('emergency-patching/canary');
    for (const value of ['canary', '../etc/passwd', 'a/b/c', 'A/b', '/b'])
      expect(saidOf(stepId, value)).toEqual(['Choose a step of a process']);
  });

  test.each(['two-rings', 'a', 'log4shell-in-30-days'])('%s is an address', (value) => {
    expect(slug.parse(value)).toBe(value);
  });

  test.each(['Two-Rings', '-a', 'a-', 'a--b', '../a', 'a/b', '3-rings', 'café', 'a.html'])(
    '%s is not an address',
    (value) => {
      expect(saidOf(slug, value)).toEqual([
        'Use lower-case words joined by hyphens, like patching-in-two-rings',
      ]);
    },
  );
});
