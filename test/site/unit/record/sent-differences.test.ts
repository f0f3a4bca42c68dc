import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lessonContent } from '#schemas/submission.ts';
import { changedWords } from '#site/record/differences.ts';
import { changedFields } from '#site/record/sent-differences.ts';
import { submissionSent } from '../../forms/submissions.ts';

const content = lessonContent.parse(submissionSent.content);

test('two revisions that say the same differ in no field', () => {
  expect(changedFields(content, structuredClone(content))).toEqual([]);
});

test('environments in another order are the same environments, because the form knows one order only', () => {
  const organization = { ...content.organization, environments: ['ot', 'on_premises'] as const };
  const other = { ...organization, environments: ['on_premises', 'ot'] as const };

  expect(
    changedFields(
      lessonContent.parse({ ...content, organization }),
      lessonContent.parse({ ...content, organization: other }),
    ),
  ).toEqual([]);
});

test('a changed word is marked within its field, and other fields are left out', () => {
  const newer = { ...content, summary: 'The first ring failed at once, and the third never started.' };

  expect(changedFields(content, newer)).toEqual([
    {
      label: 'Summary',
      parts: [
        { text: 'The first ring failed at once, and the ', change: 'same' },
        { text: 'second', change: 'removed' },
        { text: 'third', change: 'added' },
        { text: ' never started.', change: 'same' },
      ],
    },
  ]);
});

test('a field that was empty is all added, and who may see a part is compared too', () => {
  const newer = {
    ...content,
    technologies: ['Example Agent 4'],
    release: { ...content.release, technologies: 'reviewers_only' as const },
  };

  expect(changedFields(content, newer).map(({ label }) => label)).toEqual([
    'Products and technologies',
    'Who may see each part',
  ]);
  expect(changedFields(content, newer)[0]?.parts).toEqual([{ text: 'Example Agent 4', change: 'added' }]);
});

test('what is left without the added words is the older text, without the removed ones the newer', () => {
  const words = fc.array(fc.constantFrom('patch', 'ring', ',', ' ', '\n', 'canary.', 'ü', '  '), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(words, words, (older, newer) => {
      const [before, after] = [older.join(''), newer.join('')];
      const parts = changedWords(before, after);
      const without = (change: string) =>
        parts
          .filter((part) => part.change !== change)
          .map(({ text }) => text)
          .join('');
      expect([without('added'), without('removed')]).toEqual([before, after]);
    }),
  );
});
