import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { applyProposals } from '#api/review/identity-check/apply.ts';
import { checkIdentity, checkText } from '#api/review/identity-check/check.ts';
import { textAt } from '#site/forms/names.ts';
import { type Sentence, sentences } from '#test/fixtures/identity-corpus/corpus.ts';
import { DEVELOPMENT } from '#test/fixtures/identity-corpus/development.ts';
import { lessons } from '../lesson-arbitrary.ts';
import { PETRA } from './support.ts';

// Each submitter makes patterns of their own, which takes longer than looking for them.
vi.setConfig({ testTimeout: 60_000 });

const corpus = sentences(DEVELOPMENT, 1, 3);
const planted = corpus.filter((sentence) => sentence.planted.length > 0);
/** Pieces that detectors look for, in any order and with anything between them. */
const pieces = fc.constantFrom(
  ...[
    '10.',
    '1',
    '2024-',
    '03',
    '.',
    ':',
    '::',
    '\\\\',
    '\\',
    '@',
    '+49 ',
    '(',
    ')',
    ' ',
    ' at ',
    'May ',
    '14 ',
    '$',
    '€',
    ' million',
    ',',
  ],
  ...[
    'srv-',
    '01',
    '.local',
    'INC',
    '0048213',
    '-',
    '/',
    'http://',
    'Petra',
    'brightaisle',
    '.example',
    ' employees',
    'S/N ',
    'é',
    '\uE000',
  ],
);
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
  fc
    .array(fc.constantFrom(...corpus.map(({ text }) => text)), { maxLength: 5 })
    .map((parts) => parts.join(' ')),
);
const someone = fc.record({ name: texts, email: fc.oneof(fc.emailAddress(), texts), organization: texts });

test('nothing that people type makes it throw, and offsets give the text', () => {
  fc.assert(
    fc.property(texts, someone, (text, known) => {
      let last = 0;
      for (const { start, end } of checkText(text, known)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        last = end;
      }
    }),
    { numRuns: 100 },
  );
});

test('in a lesson every finding slices to its text, at a path by which the form names the field', () => {
  fc.assert(
    fc.property(lessons, someone, (content, known) => {
      for (const { path, start, end, text } of checkIdentity(content, known))
        expect(textAt({ content }, path).slice(start, end)).toBe(text);
    }),
    { numRuns: 100 },
  );
});

test('what was replaced is not found again, because a proposal gives nothing away', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const matches = checkText(text, PETRA).map((match) => ({
        ...match,
        text: text.slice(match.start, match.end),
      }));
      for (const match of matches) {
        const mended = applyProposals(text, [match]);
        const end = match.start + match.proposal.length;
        const again = checkText(mended, PETRA).filter(
          (other) => other.kind === match.kind && other.start < end && other.end > match.start,
        );
        expect(again.filter((other) => other.start >= match.start && other.end <= end)).toEqual([]);
      }
    }),
    { numRuns: 100 },
  );
});

test('in sentences, all proposals at once leave nothing to find', () => {
  for (const { text, known } of corpus) {
    const matches = checkText(text, known).map((match) => ({
      ...match,
      text: text.slice(match.start, match.end),
    }));
    expect(checkText(applyProposals(text, matches), known), text).toEqual([]);
  }
});

/** Ways to plant a text in a lesson, each with the path at which it is then found. */
const PLACES: readonly { path: string; plant: (content: object, text: string) => object }[] = [
  {
    path: 'content.situation',
    plant: (content, text) => ({ ...content, situation: `It began well.\n\n${text}\n\nIt ended.` }),
  },
  { path: 'content.title', plant: (content, text) => ({ ...content, title: text }) },
  { path: 'content.result', plant: (content, text) => ({ ...content, result: text, release: {} }) },
  {
    path: 'content.lessons[1].recommendation',
    plant: (content, text) => ({ ...content, lessons: [{}, { recommendation: text }] }),
  },
  {
    path: 'content.timeline[0].note',
    plant: (content, text) => ({
      ...content,
      timeline: [{ milestone: 'incident', note: text }],
      release: {},
    }),
  },
  {
    path: 'content.postPatchActions[2]',
    plant: (content, text) => ({ ...content, postPatchActions: ['a', 'b', text], release: {} }),
  },
];

test('what is found in a sentence is found wherever the sentence stands', () => {
  const anonymous = { attribution: 'anonymous', sector: 'retail', environments: [] };
  fc.assert(
    fc.property(
      lessons,
      fc.constantFrom(...planted),
      fc.constantFrom(...PLACES),
      (content, sentence: Sentence, { path, plant }) => {
        const lesson = plant({ ...content, organization: anonymous }, sentence.text);

        const kinds = checkIdentity(lesson, sentence.known)
          .filter((finding) => finding.path === path)
          .map(({ kind }) => kind);

        expect(kinds).toEqual(sentence.planted.map(({ kind }) => kind));
      },
    ),
    { numRuns: 100 },
  );
});
