import { expect, test } from 'vitest';
import { LETTERED } from '#schemas/decisions.ts';
import { type Decision, decision } from '#schemas/pending.ts';
import { saidIn } from '#site/islands/desk/pending/said.ts';

const reason = 'The figures of a year are missing.';
const note = 'Two weeks from Monday.';
const INPUTS = {
  triage: {
    reviewers: ['id-1', 'id-2'],
    responsiveness: { product: 'yes', requirement: 'no', contact: 'yes' },
  },
  approve: { slug: 'duplicate', changes: reason },
  decline: { code: 'duplicate', message: reason, repair: note },
  return: { reason },
  request_changes: { requests: ['When?', 'Who?'] },
  send_to_lab: { procedures: ['rings', 'dropped'], note },
  finish_lab: { note },
  correct: { reason },
  retire: { reason },
} as const satisfies Record<Decision['action'], object>;
const names = { 'id-1': 'Rita', 'id-2': 'Rolf', rings: 'Release in rings', duplicate: 'a name' };

const said = (action: Decision['action']) =>
  saidIn({
    decision: decision.parse({
      action,
      input: { revision: 1, state: 'in_review', matter: 'Dear Ana', ...INPUTS[action] },
    }),
    names,
  }).map(({ name, text }) => `${name}: ${text}`);

test('whoever looks a decision over reads all that it says, and nothing that belongs to its call', () => {
  for (const action of LETTERED)
    expect([action, said(action).length]).toEqual([action, Object.keys(INPUTS[action]).length]);
  expect(said('triage')).toEqual([
    'Who reads it: Rita\nRolf',
    'Does it answer the call?: Product: yes\nRequirement: no\nContact: yes',
  ]);
  expect(said('approve')[0]).toBe('Address of the page: duplicate');
  expect(said('decline')[0]).toBe('Reason: It tells the same as a case that is already here');
  expect(said('send_to_lab')[0]).toBe('What the lab runs: Release in rings\ndropped');
});
