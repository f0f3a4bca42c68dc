import { expect, test } from 'vitest';
import { offeringContent } from '#schemas/offering.ts';
import { lessonContent } from '#schemas/submission.ts';
import { expanded } from '#site/islands/desk/actions/expanded.ts';
import { NOTHING_NAMED } from '#site/record/named.ts';
import { changedFields } from '#site/record/sent-differences.ts';
import { fieldTexts } from '#site/record/sent-texts.ts';
import { offeringContentSent } from '#test/support/offering.ts';
import { submissionSent } from '../../forms/submissions.ts';

const told = { happened: 'The kiosks froze.', differently: 'One kiosk first.', sector: 'retail' } as const;

test('reviewers read every field of an offering in words, and how far each travels', () => {
  const texts = fieldTexts(offeringContentSent);
  const of = (name: string) => texts.find((field) => field.name === name);

  expect(texts.map(({ name }) => name).toSorted()).toEqual(Object.keys(offeringContent.shape).toSorted());
  expect(of('claims')?.text).toContain('Deploy: Stops a release');
  expect(of('claims')?.text).toContain('(addresses routine-deploy-rings)');
  expect(of('answers')?.text).toMatch(/^updates: /);
  const named = {
    ...NOTHING_NAMED,
    choices: {
      requirements: [
        {
          id: 'routine-deploy-rings',
          scenario: 'routine_patching',
          capability: 'deploy',
          requires: 'Release in rings.',
        },
      ],
      roles: [{ id: 'enterprise/deployment', name: 'Deployment', architecture: 'An enterprise' }],
      questions: [{ id: 'updates', asks: 'Which updates?', goodAnswer: '' }],
    },
  } as const;
  const words = fieldTexts(offeringContentSent, named).map(({ text }) => text);
  expect(words[4]).toContain('(addresses “Release in rings.”)');
  expect(words.join('\n')).toMatch(/^Which updates\? /m);
  expect(of('instructions')?.text).toContain('Go back: Choose the plan of before.');
  expect([of('summary')?.release, of('access')?.release]).toEqual(['Public, as written', 'Reviewers only']);
});

test('a short lesson is read by its two answers, and what was made of them stands beside them', () => {
  const content = lessonContent.parse(submissionSent.content);

  const changed = changedFields(told, content);

  expect(fieldTexts(told).map(({ text }) => text)).toEqual([
    'The kiosks froze.',
    'One kiosk first.',
    'Retail and hospitality',
  ]);
  expect(changed.slice(0, 4).map(({ label }) => label)).toEqual([
    'What happened',
    'What they would do differently',
    'Sector',
    'Title',
  ]);
  expect(changed[0]?.parts).toEqual([{ text: 'The kiosks froze.', change: 'removed' }]);
});

test('expanding begins with the answers where they belong, and names nobody', () => {
  expect(expanded(told)).toEqual({
    organization: { attribution: 'anonymous', sector: 'retail' },
    situation: 'The kiosks froze.',
    lessons: [{ lesson: 'One kiosk first.' }],
  });
});
