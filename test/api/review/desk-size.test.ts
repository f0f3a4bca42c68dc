import { expect, test } from 'vitest';
import { availableReviewers, missingPeople, needsIndependentEditor } from '#api/review/desk-size.ts';
import { DESK, deskPerson } from './submission-facts.ts';

const inConflict = (id: string, ...roles: Parameters<typeof deskPerson>[1][]) => ({
  ...deskPerson(id, ...roles),
  conflicted: true,
});

test('a desk that is large enough misses nobody', () => {
  for (const action of ['triage', 'approve', 'send_to_lab', 'finish_lab'] as const)
    expect(missingPeople(action, DESK)).toBeUndefined();
});

test('an editor counts as one of the two who review', () => {
  expect(
    missingPeople('approve', [deskPerson('ada', 'editor'), deskPerson('ben', 'reviewer')]),
  ).toBeUndefined();
});

test('a desk too small for a rule is told whom to invite', () => {
  expect(missingPeople('triage', [])).toBe(
    'Invite two reviewers: two people must be available for this, and there are none.',
  );
  expect(missingPeople('triage', [deskPerson('ada', 'editor')])).toBe(
    'Invite one more reviewer: two people must be available for this, and there is one.',
  );
  expect(missingPeople('approve', [deskPerson('ben', 'reviewer'), deskPerson('cleo', 'reviewer')])).toBe(
    'Invite an editor: nobody is available to decide on this.',
  );
  expect(missingPeople('finish_lab', [deskPerson('ada', 'editor')])).toBe(
    'Invite a person for the lab: nobody is available to test this.',
  );
});

test('people in conflict are not counted, and admins do not review', () => {
  const people = [deskPerson('ada', 'editor'), inConflict('ben', 'reviewer'), deskPerson('eva', 'admin')];

  expect(availableReviewers(people)).toEqual([deskPerson('ada', 'editor')]);
  expect(missingPeople('triage', people)).toMatch(/^Invite one more reviewer/);
});

test('an independent editor is needed when every editor is in conflict, not when there is none', () => {
  expect(needsIndependentEditor([inConflict('ada', 'editor'), deskPerson('ben', 'reviewer')])).toBe(true);
  expect(needsIndependentEditor([inConflict('ada', 'editor'), deskPerson('gil', 'editor')])).toBe(false);
  expect(needsIndependentEditor([deskPerson('ben', 'reviewer')])).toBe(false);
});
