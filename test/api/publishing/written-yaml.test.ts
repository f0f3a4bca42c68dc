import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { renderPublished, sealCase } from '#api/publishing/record.ts';
import { readWritten } from '#api/publishing/written-yaml.ts';
import { renderYaml } from '#api/publishing/yaml-text.ts';
import { toPublic } from '#api/review/to-public.ts';
import { HOSTILE_TEXTS, lessons } from '../review/lesson-arbitrary.ts';

/** What the parser of YAML reads, by the rules of published files; `undefined` where it finds a fault. */
function readByParser(text: string): unknown {
  const document = parseDocument(text, { schema: 'core', version: '1.2', stringKeys: true });
  return document.errors.length + document.warnings.length > 0 ? undefined : document.toJS();
}

test('reads every record that we write, whatever its text', () => {
  fc.assert(
    fc.property(lessons, (content) => {
      const published = sealCase({
        slug: 'two-rings',
        version: 1,
        record: toPublic(content),
        provenance: {
          origin: 'compiled',
          vetting: 'compiled',
          compiledOn: '2026-11-03',
          reviewedOn: '2026-11-03',
        },
      });
      const text = renderPublished(published);

      expect(readWritten(text)).toEqual(JSON.parse(JSON.stringify(published)));
    }),
    { numRuns: 50 },
  );
});

test.each(HOSTILE_TEXTS)('reads %j as the text it is', (text) => {
  expect(readWritten(renderYaml({ list: [text, { text }] }))).toEqual({ list: [text, { text }] });
});

const PIECES = [
  ...[
    'a: ',
    'b: ',
    'c:',
    'true: ',
    '- ',
    '  ',
    '    ',
    '\n',
    '\n  ',
    '\n    - ',
    ' ',
    '\t',
    '\r\n',
    '\uFEFF',
  ],
  ...[
    '"x"',
    '"',
    '"\\n"',
    '"\\u0041"',
    '"\\x41"',
    '"\\/"',
    '[]',
    '{}',
    '[',
    '1',
    '0',
    '007',
    '-1',
    '1e3',
    '.5',
  ],
  ...[
    'null',
    '~',
    'x',
    '#',
    ' # c',
    '---\n',
    '...\n',
    '&a ',
    '*a',
    '!!str ',
    '? ',
    '|\n',
    '<<: ',
    '%',
    '"a": ',
  ],
];

test('whatever it reads, the parser reads the same', () => {
  let read = 0;
  const texts = fc
    .array(fc.constantFrom(...PIECES), { maxLength: 12 })
    .map((pieces) => `a: ${pieces.join('')}\n`);
  fc.assert(
    fc.property(texts, (text) => {
      const value = readWritten(text);
      if (value === undefined) return;
      read += 1;
      expect(value).toEqual(readByParser(text));
    }),
    { numRuns: 20_000 },
  );
  expect(read).toBeGreaterThan(100);
});

describe('leaves to the parser', () => {
  test.each([
    ['a comment', 'a: "x" # y\n'],
    ['text without quotes', 'a: x\n'],
    ['a key said twice', 'a: "x"\na: "y"\n'],
    ['a key that is no text', 'true: "x"\n'],
    ['a list beside its key', 'a:\n- "x"\n'],
    ['nothing after a key', 'a:\n'],
    ['a flow', 'a: ["x"]\n'],
    ['a number that is no whole one', 'a: 1e3\n'],
    ['an escape that JSON does not know', 'a: "\\x41"\n'],
    ['a text over two lines', 'a: "x\n  y"\n'],
    ['a line that stands too deep', 'a: "x"\n  b: "y"\n'],
    ['another line break', 'a: "x"\r\n'],
    ['a last line without an end', 'a: "x"'],
    ['a file of very many lines', `a:\n${'  - "x"\n'.repeat(3_000)}`],
  ])('%s', (_, text) => {
    expect(readWritten('a: "x"\n')).toEqual({ a: 'x' });
    expect(readWritten(text)).toBeUndefined();
  });
});
