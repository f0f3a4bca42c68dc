import fc from 'fast-check';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { Markdown } from '#site/record/markdown.tsx';
import { plainParagraphs } from '#site/record/plain-text.ts';

const html = (text: string) => renderToString(h(Markdown, { text }));

/** A text that the parser has to read, and that prints as the text alone would: a link's definition prints nothing. */
const parsed = (text: string) => html(`${text}\n\n[unused]: https://example.org/`);

const PIECES = [
  ...[
    'a',
    'B9',
    ' ',
    '  ',
    '\n',
    '\n\n',
    '\n\n\n',
    '1',
    '1. ',
    '2) ',
    '. ',
    '-',
    '+ ',
    '=',
    '~',
    '#',
    '"',
    "'",
  ],
  ...[
    '(',
    ')',
    ':',
    '/',
    'https://example.org',
    '!',
    '{',
    '}',
    '|',
    '$',
    '^',
    '@',
    'é',
    '\u00A0',
    '\u2028',
    '\f',
  ],
  ...[
    ';',
    ',',
    '\u0301',
    '\u200B',
    'a@example.org',
    '*',
    '_',
    '`',
    '[',
    ']',
    '<',
    '>',
    '&',
    '\\',
    '\t',
    '\r',
    '\0',
  ],
];

test('prints text without marks as the parser would', () => {
  let plain = 0;
  const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 10 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(fc.oneof(texts, fc.string({ unit: 'grapheme', maxLength: 20 })), (text) => {
      if (!plainParagraphs(text)) return;
      plain += 1;
      expect(html(text)).toBe(parsed(text));
    }),
    { numRuns: 1_500 },
  );
  expect(plain).toBeGreaterThan(150);
});

test('takes paragraphs apart and keeps their lines', () => {
  expect(plainParagraphs('One.\nTwo: 4,000 (all).\n\n\nThree, by 12 – 18 %.')).toEqual([
    'One.\nTwo: 4,000 (all).',
    'Three, by 12 – 18 %.',
  ]);
});

describe('leaves to the parser', () => {
  test.each([
    '- a list',
    '12. a list',
    '# a heading',
    'a heading\n===',
    'a rule\n\n---',
    '    code',
    'a `word`',
    'an *accent*',
    'a [link](https://example.org/)',
    'R&amp;D',
    'a\\_b',
    'a break  \nof lines',
    '',
  ])('%j', (text) => {
    expect(plainParagraphs(text)).toBeUndefined();
  });
});
