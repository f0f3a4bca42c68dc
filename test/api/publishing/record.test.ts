import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, contentHash } from '#api/publishing/canonical.ts';
import {
  parseCase,
  parseOffering,
  parsePublished,
  parseTombstone,
  renderPublished,
  renderTombstone,
  sealCase,
  sealOffering,
  upgraded,
  verifyPublished,
} from '#api/publishing/record.ts';
import { MAX_FILE_LENGTH } from '#api/publishing/yaml-text.ts';
import { toPublic } from '#api/review/to-public.ts';
import type { CaseStudy } from '#schemas/case-study.ts';
import type { PublishedCase, PublishedOffering } from '#schemas/published.ts';
import { offeringOf } from '#test/support/offering.ts';
import { HOSTILE_TEXTS, lessons } from '../review/lesson-arbitrary.ts';
import { offerings } from '../review/offering-arbitrary.ts';

const COMPILED = {
  origin: 'compiled',
  vetting: 'compiled',
  compiledOn: '2026-11-03',
  reviewedOn: '2026-11-03',
} as const;

const record: CaseStudy = {
  title: 'Two rings',
  summary: 'A summary',
  outcome: 'mixed',
  organization: { attribution: 'anonymous', sector: 'health', environments: ['hybrid'] },
  period: { from: '2021-Q4' },
  situation: 'First paragraph.\n\nSecond paragraph.',
  timeline: [{ milestone: 'detected', date: '2021-12-10', precision: 'exact' }],
  lessons: [{ lesson: 'Test first', recommendation: 'Use a canary', bearings: [] }],
  vulnerabilities: [],
  technologies: [],
  postPatchActions: [],
  measures: [],
  sources: [],
};
const sealed = (of: CaseStudy = record): PublishedCase =>
  sealCase({ slug: 'two-rings', version: 1, record: of, provenance: COMPILED });
const file = renderPublished(sealed());

const hashed = ({ schemaVersion, slug, record }: PublishedCase) =>
  contentHash({ schemaVersion, slug, record });

describe('a case survives being written and read', () => {
  test('whatever its text, with the same hash', () => {
    fc.assert(
      fc.property(lessons, (content) => {
        const published = sealed(toPublic(content));
        const text = renderPublished(published);
        const read = parseCase(text);

        expect(read).toEqual(published);
        expect(hashed(read)).toBe(published.contentHash);
        expect(verifyPublished(text)).toEqual({ ok: true, contentHash: published.contentHash });
        expect(renderPublished(read)).toBe(text);
      }),
      { numRuns: 50 },
    );
  });

  test.each(HOSTILE_TEXTS)('%j comes back as it was', (title) => {
    const situation = `${title}\n\n  ${title}\n`.trim().normalize('NFC');
    const of = { ...record, title: title.normalize('NFC'), situation };

    expect(parseCase(renderPublished(sealed(of))).record).toEqual(of);
  });

  test('the longest paragraph stands on one line, unfolded', () => {
    const situation = 'word '.repeat(1_600).trim();
    const text = renderPublished(sealed({ ...record, situation }));

    expect(text).toContain(`  situation: "${situation}"\n`);
    expect(parseCase(text).record.situation).toBe(situation);
  });

  test('whoever left a default out, the hash is the same', () => {
    const full = { ...record, organization: { ...record.organization, environments: [] } };
    const terse = {
      ...full,
      organization: { attribution: 'anonymous', sector: 'health' },
      measures: undefined,
    };

    expect(sealed(terse as unknown as CaseStudy).contentHash).toBe(sealed(full).contentHash);
  });
});

describe('the written file', () => {
  test('has its keys in the order of the schema and its text in double quotes', () => {
    const { title, ...rest } = record;
    const shuffled = { ...rest, title };

    expect(renderPublished(sealed(shuffled))).toBe(file);
    expect(file).toBe(`schemaVersion: 1
slug: "two-rings"
version: 1
contentHash: "${sealed().contentHash}"
record:
  title: "Two rings"
  summary: "A summary"
  outcome: "mixed"
  organization:
    attribution: "anonymous"
    sector: "health"
    environments:
      - "hybrid"
  period:
    from: "2021-Q4"
  situation: "First paragraph.\\n\\nSecond paragraph."
  timeline:
    - milestone: "detected"
      date: "2021-12-10"
      precision: "exact"
  lessons:
    - lesson: "Test first"
      recommendation: "Use a canary"
      bearings: []
  vulnerabilities: []
  technologies: []
  postPatchActions: []
  measures: []
  sources: []
provenance:
  origin: "compiled"
  vetting: "compiled"
  compiledOn: "2026-11-03"
  reviewedOn: "2026-11-03"
`);
  });

  test('escapes what other readers take for a line break', () => {
    const text = renderPublished(sealed({ ...record, title: 'a\u2028b\u0085c' }));

    expect(text).toContain('title: "a\\u2028b\\u0085c"');
    expect(parseCase(text).record.title).toBe('a\u2028b\u0085c');
  });

  test('names nothing by an anchor, even if two parts are the same object', () => {
    const same = { lesson: 'Test first', recommendation: 'Use a canary', bearings: [] };

    expect(renderPublished(sealed({ ...record, lessons: [same, same] }))).not.toMatch(/[&*]/);
  });

  test('is not written for a record that could not be read again', () => {
    expect(() => renderPublished({ ...sealed(), slug: 'Not A Slug' })).toThrow('lower-case words');
  });
});

describe('a file is refused', () => {
  const replaced = (find: string, by: string) => {
    expect(file).toContain(find);
    return file.replace(find, by);
  };

  test.each([
    ['a tag of a language', 'title: "Two rings"', 'title: !!js/function "x"', 'Unresolved tag'],
    ['a standard tag', 'title: "Two rings"', 'title: !!str "Two rings"', 'an anchor, an alias or a tag'],
    ['an anchor', 'title: "Two rings"', 'title: &a "Two rings"', 'an anchor, an alias or a tag'],
    ['an alias', 'title: "Two rings"', 'title: &a "x"\n  summary: *a', 'not YAML that we read'],
    ['a key said twice', 'title: "Two rings"', 'title: "One"\n  title: "Two"', 'Map keys must be unique'],
    [
      'a key that is not known',
      'title: "Two rings"',
      'title: "Two"\n  html: "x"',
      'Unrecognized key: "html"',
    ],
    ['a prototype', 'title: "Two rings"', 'title: "Two"\n  __proto__: {}', 'Unrecognized key: "__proto__"'],
    ['a merge', 'title: "Two rings"', 'title: "Two"\n  <<: {}', 'Unrecognized key: "<<"'],
    ['a key that is not one word', 'title: "Two rings"', '? title\n  : "Two"', 'a key that is not one word'],
    ['a second document', 'provenance:', '---\nprovenance:', 'not YAML that we read'],
    ['HTML in a line', '"Two rings"', '"<b>Two</b> rings"', 'remove the HTML tags'],
    ['a number for a text', '"A summary"', '1e3', 'Sum it up in one or two sentences'],
    [
      'a version to come',
      'schemaVersion: 1',
      'schemaVersion: 2',
      'schema version 2, which is not known here',
    ],
    ['no version', 'schemaVersion: 1\n', '', 'schema version undefined'],
  ])('for %s', (_, find, by, message) => {
    expect(() => parseCase(replaced(find, by))).toThrow(message);
  });

  test.each([
    ['nothing', ''],
    ['a list', '- a\n- b'],
    ['a word', 'word'],
  ])('when it is %s', (_, text) => {
    expect(() => parseCase(text)).toThrow('not a list of keys with values');
  });

  test('when it is too long', () => {
    expect(() => parseCase(`${file}#${'x'.repeat(MAX_FILE_LENGTH)}`)).toThrow('too long');
  });

  // Each of these keeps an unguarded parser busy for seconds to minutes, or ends it by its stack.
  test.each(['[', '{a: ', '- ', '!a ', '&a ', '[,', '---\n', '"" '])(
    'at once, when it is nothing but %j',
    (sign) => {
      const began = performance.now();

      expect(() => parseCase(sign.repeat(100_000))).toThrow(Error);
      expect(performance.now() - began).toBeLessThan(2_000);
    },
  );
});

describe('verification', () => {
  test('finds a changed record', () => {
    const changed = verifyPublished(file.replace('Two rings', 'Ten rings'));

    expect(changed).toMatchObject({ ok: false, message: expect.stringContaining('The record was changed') });
  });

  test('covers the address and the schema version', () => {
    expect(verifyPublished(file.replace('slug: "two-rings"', 'slug: "ten-rings"')).ok).toBe(false);
    expect(verifyPublished(file.replace('schemaVersion: 1', 'schemaVersion: 2')).ok).toBe(false);
  });

  test('does not depend on how the file is laid out', () => {
    expect(verifyPublished(`# a comment\n${file.replace('"Two rings"', 'Two rings')}`).ok).toBe(true);
  });

  test('says so when there is nothing to verify', () => {
    expect(verifyPublished('a: 1')).toEqual({
      ok: false,
      message: 'The file has no hash, slug, record or schema version.',
    });
  });
});

describe('old files', () => {
  const upgrades = {
    1: ({ name, ...rest }: Record<string, unknown>) => ({ ...rest, title: name }),
    2: (old: Record<string, unknown>) => ({ ...old, tags: [] }),
  };

  test('are upgraded one version at a time', () => {
    expect(upgraded({ schemaVersion: 1, name: 'x' }, upgrades, 3)).toEqual({
      schemaVersion: 3,
      title: 'x',
      tags: [],
    });
    expect(upgraded({ schemaVersion: 3, name: 'x' }, upgrades, 3)).toEqual({ schemaVersion: 3, name: 'x' });
  });

  test.each([0, 4, '1', 'constructor', null])(
    'of an unknown version, like %j, are refused',
    (schemaVersion) => {
      expect(() => upgraded({ schemaVersion }, upgrades, 3)).toThrow('is not known here');
    },
  );
});

describe('a tombstone', () => {
  const stone = {
    schemaVersion: 1,
    slug: 'two-rings',
    retiredOn: '2026-11',
    reason: 'Its author asked: “yes”, & no more',
  } as const;

  test('survives being written and read', () => {
    expect(parseTombstone(renderTombstone(stone))).toEqual(stone);
  });

  test('is told from a case by what it holds', () => {
    expect(parsePublished(renderTombstone(stone), 'lesson')).toEqual({
      kind: 'tombstone',
      of: 'lesson',
      tombstone: stone,
    });
    expect(parsePublished(file, 'lesson')).toEqual({ kind: 'case', published: sealed() });
  });

  test('does not pass for a case, nor a case for a tombstone', () => {
    expect(() => parseCase(renderTombstone(stone))).toThrow('does not fit the schema');
    expect(() => parseTombstone(file)).toThrow('does not fit the schema');
  });
});

describe('canonical JSON', () => {
  test('sorts keys, drops absent ones and joins accents', () => {
    expect(canonicalJson({ b: 1, a: ['e\u0301', undefined], c: undefined })).toBe('{"a":["é",null],"b":1}');
  });

  test('normalises each text for itself, so that no mark joins the letter of an escape', () => {
    expect(JSON.parse(canonicalJson({ text: '\n\u0303' }))).toEqual({ text: '\n\u0303' });
  });

  test('is the same for the same value, whatever the order of its keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ noUnicodeString: false })), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(value));
      }),
      { numRuns: 50 },
    );
  });

  test.each([['\uD800'], [Number.NaN], [undefined]])('refuses %j, which JSON cannot hold', (value) => {
    expect(() => canonicalJson(value)).toThrow();
  });
});

describe('an offering', () => {
  const { provenance } = offeringOf('sample-lathe');

  test('is read as it was written, and its hash is that of what is read', () => {
    fc.assert(
      fc.property(offerings, (content) => {
        const published = sealOffering({
          slug: 'sample-lathe',
          version: 1,
          record: toPublic(content),
          provenance,
        });
        const text = renderPublished(published);
        expect(parseOffering(text)).toEqual(published);
        expect(verifyPublished(text)).toEqual({ ok: true, contentHash: published.contentHash });
        expect(renderPublished(parseOffering(text))).toBe(text);
      }),
      { numRuns: 30 },
    );
  }, 30_000);

  test('is no case, and a case is no offering', () => {
    const text = renderPublished(offeringOf('sample-lathe'));

    expect(parsePublished(text, 'offering')).toMatchObject({ kind: 'offering' });
    expect(() => parsePublished(text, 'lesson')).toThrow('does not fit the schema');
    expect(() => parsePublished(file, 'offering')).toThrow('does not fit the schema');
  });

  test('cannot be compiled: nobody but its vendor offers a product', () => {
    const compiled = { ...offeringOf('sample-lathe'), provenance: COMPILED };

    expect(() => renderPublished(compiled as unknown as PublishedOffering)).toThrow();
  });
});
