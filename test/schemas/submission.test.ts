import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { caseStudy } from '#schemas/case-study.ts';
import { CONSENT_VERSION, lessonContent, submission } from '#schemas/submission.ts';

const content = {
  title: 'Two rings',
  summary: 'A summary',
  outcome: 'mixed',
  organization: { attribution: 'anonymous', sector: 'health' },
  period: { from: '2021-Q4' },
  situation: 'A situation',
  lessons: [{ lesson: 'Test first', recommendation: 'Use a canary' }],
};
const sent = {
  kind: 'lesson',
  contact: { name: 'Ada', email: 'ada@example.org', organization: 'none' },
  consent: { publish: true, authority: true, textVersion: CONSENT_VERSION },
  content,
};

/** Where and what the reader is told. */
const saidOf = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(value).error?.issues.map(({ path, message }) => [path.join('.'), message]);

test('the short form is enough: what is left out is empty, and public unless it says otherwise', () => {
  const taken = lessonContent.parse(submission.parse(sent).content);

  expect(taken).toMatchObject({ timeline: [], measures: [], sources: [], technologies: [] });
  expect(new Set(Object.values(taken.release))).toEqual(new Set(['public']));
});

test('an empty form asks for each answer once, in words that say what to do', () => {
  expect(saidOf(lessonContent, {})).toEqual([
    ['title', 'Enter a title that says what happened'],
    ['summary', 'Sum it up in one or two sentences'],
    ['outcome', 'Choose how it turned out'],
    ['organization', 'Choose how your organization appears'],
    ['period', expect.any(String)],
    ['situation', 'Describe the situation'],
    ['lessons', expect.any(String)],
  ]);
});

test('consent is not given by leaving a box unticked, nor to a text of another version', () => {
  expect(saidOf(submission, { ...sent, consent: { textVersion: '2020-01' } })).toEqual([
    ['consent.publish', 'Tick to agree to publication under CC BY 4.0, once you have signed off the text'],
    ['consent.authority', 'Tick to confirm that you may share this'],
    ['consent.textVersion', 'The consent text has changed: reload the form and read it again'],
  ]);
});

describe('an organization', () => {
  const of = (organization: unknown) => saidOf(caseStudy, { ...content, organization });

  test('without a name cannot be named', () => {
    expect(of({ attribution: 'named', sector: 'health', sizeBand: 'unknown' })).toEqual([
      ['organization.name', 'Enter the name of the organization'],
    ]);
  });

  test('that is anonymous cannot carry what narrows it down', () => {
    for (const narrowing of [{ name: 'Acme' }, { region: 'Europe' }, { sizeBand: 'under_50' }])
      expect(of({ attribution: 'anonymous', sector: 'health', ...narrowing })).toHaveLength(1);
  });
});

test('a period does not end before it begins', () => {
  expect(saidOf(caseStudy, { ...content, period: { from: '2022', to: '2021' } })).toEqual([
    ['period.to', 'The end must not lie before the beginning'],
  ]);
});

test('what must always be public has no release level', () => {
  expect(saidOf(lessonContent, { ...content, release: { title: 'withheld' } })).toHaveLength(1);
});

test('what cannot be generalised by rule does not offer it', () => {
  expect(saidOf(lessonContent, { ...content, release: { actions: 'generalised' } })).toEqual([
    ['release.actions', 'Choose who may see this'],
  ]);
});

test('keys that the form does not have are refused everywhere', () => {
  expect(saidOf(submission, { ...sent, admin: true })).toHaveLength(1);
  expect(saidOf(submission, { ...sent, content: { ...content, html: 'x' } })).toHaveLength(1);
  expect(saidOf(submission, { ...sent, contact: { ...sent.contact, role: 'editor' } })).toHaveLength(1);
});
