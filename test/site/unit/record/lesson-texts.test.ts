import { expect, test } from 'vitest';
import { type LessonContent, lessonContent } from '#schemas/submission.ts';
import { FIELDS, fieldText, releaseWords } from '#site/record/lesson-texts.ts';
import { NOTHING_NAMED } from '#site/record/named.ts';
import { submissionSent } from '../../forms/submissions.ts';

const content = lessonContent.parse({
  ...submissionSent.content,
  organization: {
    attribution: 'described',
    description: 'a regional hospital group',
    sector: 'health',
    sizeBand: '1000_9999',
    environments: ['on_premises', 'ot'],
  },
  period: { from: '2021-Q4', to: '2022' },
  timeline: [{ milestone: 'first_ring', date: '2021-12', precision: 'about', note: 'Twelve machines' }],
  measures: [{ label: 'Time to patch', value: '76', unit: 'days', source: 'Our inventory', asOf: '2022-01' }],
  sources: [{ title: 'Report', publisher: 'Example', standing: 'primary', url: 'https://example.org/r' }],
  vulnerabilities: ['CVE-2021-44228', 'CVE-2021-45046'],
  release: { measures: 'generalised', sources: 'reviewers_only' },
});

const named = {
  ...NOTHING_NAMED,
  steps: [{ id: 'emergency-patching/canary', name: 'Install on the canary', process: 'Emergency patching' }],
};

test('a reviewer reads every field in words, not in codes', () => {
  const texts = Object.fromEntries(FIELDS.map((field) => [field, fieldText(content, field, named)]));
  expect(texts).toMatchObject({
    outcome: 'Success',
    organization:
      'a regional hospital group\nHealth care\n1,000 to 9,999 people\nOn premises, Operational technology',
    period: 'fourth quarter of 2021 to 2022',
    timeline: 'about December 2021: First ring patched. Twelve machines',
    measures: 'Time to patch: 76 days (Our inventory, January 2022)',
    sources: 'Report, Example, https://example.org/r, primary',
    vulnerabilities: 'CVE-2021-44228\nCVE-2021-45046',
    actions: '',
  });
  expect(texts.lessons).toContain('Step “Install on the canary” of “Emergency patching”: Followed; Helped');
  expect(fieldText(content, 'lessons')).toContain('Step emergency-patching/canary: Followed; Helped');
});

test('no field of the content is left out, because reviewers must see all that was sent', () => {
  expect(FIELDS.toSorted()).toEqual(Object.keys(lessonContent.shape).toSorted());
});

test('each field says how far it travels', () => {
  const words = (field: keyof LessonContent) => releaseWords(content, field);
  expect([words('title'), words('organization'), words('measures'), words('sources')]).toEqual([
    'Public, as written',
    'Public: described, not named',
    'Public, generalised',
    'Reviewers only',
  ]);
});
