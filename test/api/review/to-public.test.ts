import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orderOfMagnitude, toPublic, withoutWithheld } from '#api/review/to-public.ts';
import { caseStudy } from '#schemas/case-study.ts';
import { type LessonContent, lessonContent } from '#schemas/submission.ts';
import { lessons } from './lesson-arbitrary.ts';

const FIELDS = [
  'timeline',
  'actions',
  'result',
  'vulnerabilities',
  'technologies',
  'postPatchActions',
  'measures',
  'sources',
] as const;

/** A lesson in which every text of a field that has a level carries the name of that field. */
const marked = (release: Record<string, string>): LessonContent =>
  lessonContent.parse({
    title: 'Two rings',
    summary: 'A summary',
    outcome: 'mixed',
    organization: { attribution: 'anonymous', sector: 'health', environments: ['hybrid'] },
    period: { from: '2021-Q4', to: '2022-02' },
    situation: 'A situation',
    actions: 'marker-actions',
    result: 'marker-result',
    timeline: [
      { milestone: 'detected', date: '2021-12-10', precision: 'about', note: 'marker-timeline-note' },
    ],
    lessons: [{ lesson: 'Test first', recommendation: 'Use a canary' }],
    vulnerabilities: ['CVE-2021-44228'],
    technologies: ['marker-technologies'],
    postPatchActions: ['marker-postPatchActions'],
    measures: [
      { label: 'Patched', value: '76', unit: 'days', source: 'marker-measures-source', asOf: '2018-08' },
      { label: 'Cost', value: 'marker-measures-value', unit: 'EUR', source: 'marker-measures-source' },
    ],
    sources: [{ title: 'marker-sources', publisher: 'marker-sources-publisher', standing: 'primary' }],
    release,
  });

/** What of each field can be found again in a text. */
const MARKS: Record<(typeof FIELDS)[number], readonly string[]> = {
  timeline: ['marker-timeline', '2021-12-10'],
  actions: ['marker-actions'],
  result: ['marker-result'],
  vulnerabilities: ['CVE-2021-44228'],
  technologies: ['marker-technologies'],
  postPatchActions: ['marker-postPatchActions'],
  measures: ['marker-measures', '"76"', '2018-08'],
  sources: ['marker-sources'],
};

test('every mark is in the record of a lesson that is public throughout', () => {
  const text = JSON.stringify(toPublic(marked({})));

  for (const mark of Object.values(MARKS).flat()) expect(text).toContain(mark);
});

test('no text of a field that is not public is left in the record, whatever the levels of the others', () => {
  const level = fc.constantFrom('public', 'reviewers_only', 'withheld');
  const generalisable = fc.constantFrom('public', 'generalised', 'reviewers_only', 'withheld');
  const levels = fc.record({
    ...Object.fromEntries(FIELDS.map((field) => [field, level])),
    timeline: generalisable,
    measures: generalisable,
  });
  fc.assert(
    fc.property(levels, (release: Record<string, string>) => {
      const text = JSON.stringify(toPublic(marked(release)));
      for (const field of FIELDS)
        for (const mark of MARKS[field]) expect(text.includes(mark)).toBe(release[field] === 'public');
    }),
  );
});

test('what is withheld is not stored, and its level says so', () => {
  const release = Object.fromEntries(FIELDS.map((field) => [field, 'withheld']));
  const stored = withoutWithheld(marked(release));

  for (const mark of Object.values(MARKS).flat()) expect(JSON.stringify(stored)).not.toContain(mark);
  expect(stored.release).toEqual({ period: 'public', ...release });
  expect(lessonContent.parse(stored)).toEqual(stored);
});

test('what only reviewers may see is stored, and so is what is generalised in public', () => {
  const release = { actions: 'reviewers_only', timeline: 'generalised', measures: 'generalised' };

  expect(withoutWithheld(marked(release))).toEqual(marked(release));
});

test('the record fits its schema and is already in its normal form', () => {
  fc.assert(
    fc.property(lessons, (content) => {
      const record = toPublic(content);
      expect(caseStudy.parse(record)).toEqual(record);
    }),
  );
});

test('leaving out what is withheld does not change what becomes public', () => {
  fc.assert(
    fc.property(lessons, (content) => {
      expect(toPublic(withoutWithheld(content))).toEqual(toPublic(content));
    }),
  );
});

test('the submission itself stays as it was', () => {
  const content = marked({ timeline: 'withheld', actions: 'withheld' });
  const before = structuredClone(content);

  toPublic(content);
  withoutWithheld(content);

  expect(content).toEqual(before);
});

describe('generalised', () => {
  test('a period is given in years', () => {
    expect(toPublic(marked({ period: 'generalised' })).period).toEqual({ from: '2021', to: '2022' });
  });

  test('a timeline is given in years, without notes', () => {
    expect(toPublic(marked({ timeline: 'generalised' })).timeline).toEqual([
      { milestone: 'detected', date: '2021', precision: 'about' },
    ]);
  });

  test('a measure is given by its order of magnitude, without its source; one without a plain number is left out', () => {
    expect(toPublic(marked({ measures: 'generalised' })).measures).toEqual([
      { label: 'Patched', value: '10 to 99', unit: 'days', source: 'Stated by the submitter' },
    ]);
  });
});

test('an anonymous organization shows its sector and environments only, whatever the object carries', () => {
  const content = marked({});
  const organization = { ...content.organization, name: 'Example Hospital', region: 'Here' };

  expect(toPublic({ ...content, organization } as LessonContent).organization).toEqual({
    attribution: 'anonymous',
    sector: 'health',
    environments: ['hybrid'],
  });
});

test.each([
  ['7', '1 to 9'],
  ['10', '10 to 99'],
  ['76', '10 to 99'],
  ['99.9', '10 to 99'],
  ['100 %', '100 to 999'],
  ['1,234', '1,000 to 9,999'],
  ['34 to 55', '10 to 99'],
  ['34-155', '10 to 999'],
  ['0 to 5', '0 to 9'],
  ['0.4', 'under 1'],
  ['0', 'under 1'],
  ['about 12', '10 to 99'],
  ['~3', '1 to 9'],
  ['1000000', '1,000,000 to 9,999,999'],
])('%s is %s', (value, range) => {
  expect(orderOfMagnitude(value)).toBe(range);
});

test.each(['1.2 million', '-5', '5k', '1e6', 'many', '12 of 30', '1.234,5', '٣', ''])(
  '“%s” has no order of magnitude that one could state safely',
  (value) => {
    expect(orderOfMagnitude(value)).toBeUndefined();
  },
);
