/** Submissions for the tests of the forms: one written by hand, and any that the schema takes. */
import fc from 'fast-check';
import { CONSENT_VERSION, type SubmissionInput } from '#schemas/submission.ts';
import { line, paragraphs } from '#schemas/text.ts';
import {
  ENVIRONMENTS,
  MILESTONES,
  OUTCOMES,
  SECTORS,
  SIZE_BANDS,
  STANDINGS,
  STEP_EFFECTS,
  STEP_USES,
} from '#schemas/vocabulary.ts';
import type { OfferedStep } from '#site/forms/form.ts';

export const STEPS: readonly OfferedStep[] = [
  { id: 'emergency-patching/decide', name: 'Decide', process: 'Emergency patching' },
  { id: 'emergency-patching/canary', name: 'Patch a canary group', process: 'Emergency patching' },
  { id: 'routine-patching/test', name: 'Test', process: 'Routine patching' },
];

export const submissionSent = {
  kind: 'lesson',
  contact: { name: 'A. Writer', email: 'writer@example.org', organization: 'Example Hospitals' },
  consent: { publish: true, authority: true, textVersion: CONSENT_VERSION },
  content: {
    title: 'A canary group of twelve found the broken agent',
    summary: 'The first ring failed at once, and the second never started.',
    outcome: 'success',
    organization: { attribution: 'anonymous', sector: 'health' },
    period: { from: '2021-Q4' },
    situation: 'Four hundred servers, one agent.\n\nTwo people.',
    lessons: [
      {
        lesson: 'A small ring that holds every kind of machine finds most of it.',
        recommendation: 'Put one machine of each kind into the first ring.',
        bearings: [{ step: 'emergency-patching/canary', use: 'followed', effect: 'helped' }],
      },
    ],
  },
} as const satisfies SubmissionInput;

const text = (max: number) =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: Math.min(max, 40) })
    .filter((value) => line('Enter it', max).safeParse(value).success);
const markdown = fc
  .array(fc.string({ unit: 'grapheme', maxLength: 40 }), { minLength: 1, maxLength: 4 })
  .map((lines) => lines.join('\n'))
  .filter((value) => paragraphs('Enter it').safeParse(value).success);
const two = (value: number) => String(value).padStart(2, '0');
const year = fc.integer({ min: 1990, max: 2030 }).map(String);
const month = fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([of, number]) => `${of}-${two(number)}`);
const day = fc.tuple(month, fc.integer({ min: 1, max: 28 })).map(([of, number]) => `${of}-${two(number)}`);
const quarter = fc.tuple(year, fc.integer({ min: 1, max: 4 })).map(([of, number]) => `${of}-Q${number}`);
const date = fc.oneof(year, month, day);
const url = fc.webUrl({ withQueryParameters: true, withFragments: true });
const standing = fc.constantFrom(...STANDINGS);

const bearing = fc.record({
  step: fc.constantFrom(...STEPS.map(({ id }) => id)),
  use: fc.constantFrom(...STEP_USES),
  effect: fc.constantFrom(...STEP_EFFECTS),
});
const lesson = fc.record({
  lesson: text(500),
  recommendation: text(500),
  bearings: fc.array(bearing, { maxLength: 3 }),
});
const milestone = fc.record(
  {
    milestone: fc.constantFrom(...MILESTONES),
    date,
    precision: fc.constantFrom('exact' as const, 'about' as const),
    note: text(300),
  },
  { requiredKeys: ['milestone', 'date'] },
);
const measure = fc.record(
  { label: text(120), value: text(60), unit: text(40), source: text(200), asOf: date, standing },
  { requiredKeys: ['label', 'value', 'unit', 'source'] },
);
const source = fc.record(
  { title: text(200), publisher: text(120), url, date, standing, archived: fc.record({ url, date }) },
  { requiredKeys: ['title', 'publisher', 'standing'] },
);
const place = {
  sector: fc.constantFrom(...SECTORS),
  environments: fc.subarray([...ENVIRONMENTS]),
};
const organization = fc.oneof(
  fc.record({ attribution: fc.constant('anonymous' as const), ...place }),
  fc.record({
    attribution: fc.constant('named' as const),
    name: text(120),
    sizeBand: fc.constantFrom(...SIZE_BANDS),
    region: text(80),
    ...place,
  }),
  fc.record({
    attribution: fc.constant('described' as const),
    description: text(160),
    sizeBand: fc.constantFrom(...SIZE_BANDS),
    ...place,
  }),
);
const shownOrKept = fc.constantFrom('public' as const, 'reviewers_only' as const, 'withheld' as const);
const anyLevel = fc.constantFrom(
  'public' as const,
  'generalised' as const,
  'reviewers_only' as const,
  'withheld' as const,
);
const release = fc.record(
  {
    period: fc.constantFrom('public' as const, 'generalised' as const),
    timeline: anyLevel,
    actions: shownOrKept,
    result: shownOrKept,
    vulnerabilities: shownOrKept,
    technologies: shownOrKept,
    postPatchActions: shownOrKept,
    measures: anyLevel,
    sources: shownOrKept,
  },
  { requiredKeys: [] },
);
const content = fc.record(
  {
    title: text(120),
    summary: text(300),
    outcome: fc.constantFrom(...OUTCOMES),
    organization,
    period: fc.oneof(fc.record({ from: quarter }), fc.record({ from: year, to: fc.constant('2030-Q4') })),
    situation: markdown,
    actions: markdown,
    result: markdown,
    timeline: fc.array(milestone, { maxLength: 4 }),
    lessons: fc.array(lesson, { minLength: 1, maxLength: 4 }),
    vulnerabilities: fc.array(
      fc.integer({ min: 1000, max: 999_999 }).map((number) => `CVE-2021-${number}`),
      { maxLength: 3 },
    ),
    technologies: fc.array(text(80), { maxLength: 3 }),
    postPatchActions: fc.array(text(200), { maxLength: 3 }),
    measures: fc.array(measure, { maxLength: 3 }),
    sources: fc.array(source, { maxLength: 3 }),
    release,
  },
  { requiredKeys: ['title', 'summary', 'outcome', 'organization', 'period', 'situation', 'lessons'] },
);

/** Any submission that the schema takes. */
export const anySubmission: fc.Arbitrary<SubmissionInput> = fc.record({
  kind: fc.constant('lesson' as const),
  contact: fc.record({
    name: text(120),
    email: fc.constantFrom('writer@example.org', 'w.r+i@mail.example.com'),
    organization: text(120),
  }),
  consent: fc.constant({ publish: true as const, authority: true as const, textVersion: CONSENT_VERSION }),
  content,
});
