import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Actor, Facts, Input, RefusalCode } from '#api/review/facts.ts';
import { availableActions, TRANSITIONS, transition } from '#api/review/workflow.ts';
import { ACTIONS, ACTOR_KINDS, type Action, STATES, type State, VERDICTS } from '#schemas/workflow.ts';
import {
  actorOf,
  DESK,
  deskPerson,
  editor,
  person,
  readyFacts,
  readyInput,
  reviewer,
  submitter,
  system,
} from './submission-facts.ts';

const rows = readFileSync(new URL('./workflow.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((row) => row.split(','));
const [header = [], ...cells] = rows;

/** Where an action leads, or `-` where it is refused. */
const targetOf = (facts: Facts, action: Action, actor: Actor, input: Input = readyInput) => {
  const outcome = transition(facts, action, actor, input);
  return outcome.ok ? outcome.to : '-';
};
const refusalOf = (facts: Facts, action: Action, actor: Actor, input: Input = readyInput) => {
  const outcome = transition(facts, action, actor, input);
  return outcome.ok ? undefined : outcome.reason;
};

describe('the whole table, against the hand-written one', () => {
  test('every action, role and state has its cell', () => {
    expect(header).toEqual(['action', 'role', ...STATES]);
    const pairs = ACTIONS.flatMap((action) => ACTOR_KINDS.map((role) => `${action},${role}`));
    expect(cells.map(([action, role]) => `${action},${role}`).sort()).toEqual(pairs.sort());
  });

  for (const action of ACTIONS)
    test(`${action} leads where the table says, and nowhere else`, () => {
      // Retiring is the one action that needs a live page; every other cell is of a first round.
      const live = action === 'retire' ? 'live' : 'none';
      for (const role of ACTOR_KINDS) {
        const expected = cells.find((row) => row[0] === action && row[1] === role)?.slice(2);
        const found = STATES.map((state) => targetOf(readyFacts({ state, live }), action, actorOf(role)));
        expect(found, `${action} by ${role}`).toEqual(expected);
      }
    });

  test('a target that depends on the facts stays inside its list', () => {
    for (const action of ACTIONS)
      for (const state of STATES)
        for (const live of ['none', 'live', 'retired'] as const)
          for (const role of ACTOR_KINDS) {
            const to = targetOf(readyFacts({ state, live }), action, actorOf(role));
            const rule = TRANSITIONS[action].to;
            const targets: readonly string[] = typeof rule === 'string' ? [rule] : rule.oneOf;
            if (to !== '-') expect(targets).toContain(to);
          }
  });
});

describe('who may act', () => {
  test('an editor can never sign, whatever other roles they hold', () => {
    const everything = person('ada', 'editor', 'reviewer', 'lab', 'admin');

    for (const state of STATES) expect(targetOf(readyFacts({ state }), 'sign', everything)).toBe('-');
  });

  test('an admin alone is treated as if there were no submission', () => {
    for (const action of ACTIONS)
      expect(refusalOf(readyFacts({ live: 'live' }), action, person('eva', 'admin'))?.code).toBe('hidden');
    expect(availableActions(readyFacts(), person('eva', 'admin'))).toEqual([]);
  });

  test('a person in conflict is treated as if there were no submission, whatever the role', () => {
    const actor: Actor = {
      kind: 'person',
      id: 'ada',
      roles: new Set(['editor', 'reviewer', 'lab'] as const),
      conflicted: true,
    };

    for (const action of ACTIONS)
      expect(refusalOf(readyFacts({ live: 'live' }), action, actor)).toEqual({
        code: 'hidden',
        message: 'There is no such submission.',
      });
    expect(availableActions(readyFacts(), actor)).toEqual([]);
  });

  test('a person with two roles may do what either may', () => {
    const both = person('ben', 'reviewer', 'lab');

    expect(targetOf(readyFacts(), 'recommend', both)).toBe('in_review');
    expect(targetOf(readyFacts({ state: 'in_lab' }), 'finish_lab', both)).toBe('in_review');
  });
});

describe('a short lesson', () => {
  const short = (state: State) => readyFacts({ kind: 'lesson', state, expanded: false });

  test('is sent, confirmed, triaged and asked about like any other', () => {
    expect(targetOf(short('draft'), 'submit', submitter)).toBe('unconfirmed');
    expect(targetOf(short('received'), 'triage', editor)).toBe('in_review');
    expect(targetOf(short('in_review'), 'request_changes', reviewer)).toBe('changes_requested');
    expect(targetOf(short('in_review'), 'revise', reviewer)).toBe('in_review');
  });

  test('can be judged in any way but for publication', () => {
    for (const verdict of VERDICTS)
      expect(targetOf(short('in_review'), 'recommend', reviewer, { ...readyInput, verdict })).toBe(
        verdict === 'publish' ? '-' : 'in_review',
      );
  });
});

test('a lesson is not asked whether it answers the call', () => {
  const facts = readyFacts({ kind: 'lesson', state: 'received' });

  expect(targetOf(facts, 'triage', editor, { ...readyInput, responsiveness: undefined })).toBe('in_review');
});

describe('every condition refuses with a code and a sentence', () => {
  const cases: readonly [
    code: RefusalCode,
    message: string,
    action: Action,
    actor: Actor,
    facts: Partial<Facts>,
    input?: Input,
  ][] = [
    ['not_allowed', 'Only an editor can do this.', 'approve', reviewer, {}],
    [
      'wrong_state',
      'This cannot be done now. The submission is at “Accepted”: reload the page to see what can.',
      'approve',
      editor,
      { state: 'accepted' },
    ],
    [
      'stale_revision',
      'The text has changed since you opened it: revision 4 is the newest. Read it, then decide.',
      'approve',
      editor,
      { revision: 4 },
    ],
    [
      'incomplete',
      'Some answers are missing. Fill in the fields that are marked, then send it again.',
      'submit',
      submitter,
      { state: 'draft', complete: false },
    ],
    [
      'short_lesson',
      'This is a short lesson: expand it by revising it first.',
      'recommend',
      reviewer,
      { kind: 'lesson', expanded: false },
    ],
    [
      'short_lesson',
      'This is a short lesson: expand it by revising it first.',
      'approve',
      editor,
      { kind: 'lesson', expanded: false },
    ],
    [
      'needs_responsiveness',
      'Say whether the offering answers the call: product, requirement, contact for the lab.',
      'triage',
      editor,
      { state: 'received' },
      { responsiveness: undefined },
    ],
    [
      'needs_mailed_code',
      'Open the link in the letter that we sent to your address, and press the button there.',
      'confirm',
      { kind: 'submitter', mailedCode: false },
      { state: 'unconfirmed' },
    ],
    [
      'needs_reviewers',
      'Two reviewers are needed; there is one. Choose another one.',
      'triage',
      editor,
      { state: 'received' },
      { reviewers: ['ben', 'ben'] },
    ],
    [
      'needs_reviewers',
      'Two reviewers are needed; there is one. Invite one more reviewer: two people must be available for this, and there is one.',
      'triage',
      editor,
      { state: 'received', desk: [deskPerson('ada', 'editor')] },
      { reviewers: ['ada'] },
    ],
    [
      'person_unavailable',
      'One of these people is not available. Choose from the list.',
      'triage',
      editor,
      { state: 'received', desk: [...DESK, { ...deskPerson('flo', 'reviewer'), conflicted: true }] },
      { reviewers: ['ben', 'flo'] },
    ],
    [
      'person_unavailable',
      'One of these people is not available. Choose from the list.',
      'assign',
      editor,
      {},
      { person: 'dov' },
    ],
    [
      'not_yourself',
      'You can only step down yourself. Ask an editor to move others.',
      'unassign',
      reviewer,
      {},
      { person: 'cleo' },
    ],
    [
      'not_assigned',
      'You are not assigned to this. Ask an editor to assign you.',
      'recommend',
      reviewer,
      { assigned: ['cleo'] },
    ],
    [
      'needs_recommendations',
      'Two recommendations are needed; there is one. Ask another reviewer.',
      'approve',
      editor,
      { recommendations: [{ person: 'ben', revision: 3, verdict: 'publish' }] },
    ],
    [
      'open_findings',
      'A finding of the re-identification check must be settled. Accept or mend each one.',
      'approve',
      editor,
      { openFindings: 1 },
    ],
    ['needs_address', 'Choose the address of the page.', 'approve', editor, {}, { slug: '' }],
    [
      'address_is_fixed',
      'The page is public and keeps its address: rings-in-practice.',
      'approve',
      editor,
      { live: 'live', slug: 'rings-in-practice' },
    ],
    [
      'other_text',
      'What you signed is not the text that is waiting. Reload the page, read it again, then sign.',
      'sign',
      submitter,
      { state: 'sign_off', shownHash: 'b'.repeat(64) },
    ],
    [
      'unanswered_requests',
      'Answer request 2 before you send it back.',
      'resubmit',
      submitter,
      { state: 'changes_requested' },
      { answers: [{ number: 1 }] },
    ],
    [
      'unanswered_requests',
      'Answer requests 1, 2 before you send it back.',
      'resubmit',
      submitter,
      { state: 'changes_requested' },
      { answers: [] },
    ],
    [
      'not_an_offering',
      'The lab tests offerings. A lesson is reviewed at the desk.',
      'send_to_lab',
      editor,
      { kind: 'lesson' },
    ],
    [
      'verdicts_missing',
      '2 procedures have no verdict. Give each a verdict; “not tested” is one.',
      'finish_lab',
      person('dov', 'lab'),
      { state: 'in_lab', proceduresWithoutVerdict: 2 },
    ],
    [
      'not_due',
      'Silence ends this after 60 days and two reminders. So far: 59 days, two sent.',
      'lapse',
      system,
      { state: 'sign_off', idleDays: 59 },
    ],
    [
      'not_due',
      'Silence ends this after 60 days and two reminders. So far: 90 days, one sent.',
      'lapse',
      system,
      { state: 'changes_requested', reminders: 1 },
    ],
    [
      'not_live',
      'Nothing of this is public. To stop the review, withdraw it instead.',
      'retire',
      submitter,
      {},
    ],
    [
      'retired',
      'The page was retired and does not come back. Send what is new as a new submission.',
      'correct',
      submitter,
      { state: 'published', live: 'retired' },
    ],
    [
      'nothing_to_resume',
      'There is nothing to go back to. Send it as a new submission.',
      'resume',
      submitter,
      { state: 'lapsed', lapsedFrom: undefined },
    ],
  ];

  for (const [code, message, action, actor, facts, input] of cases)
    test(`${action}: ${code} – ${message}`, () => {
      expect(refusalOf(readyFacts(facts), action, actor, { ...readyInput, ...input })).toEqual({
        code,
        message,
      });
    });

  test('people at the desk must say which revision they read', () => {
    expect(refusalOf(readyFacts(), 'recommend', reviewer, {})?.code).toBe('stale_revision');
  });

  test('a text that was never shown cannot be signed', () => {
    const facts = readyFacts({ state: 'sign_off', shownHash: undefined });

    expect(refusalOf(facts, 'sign', submitter, {})?.code).toBe('other_text');
  });
});

describe('two recommendations', () => {
  const publish = (who: string, revision = 3) => ({ person: who, revision, verdict: 'publish' as const });
  const approvable = (facts: Partial<Facts>) => targetOf(readyFacts(facts), 'approve', editor) === 'sign_off';

  test('the approver may be one of the two', () => {
    expect(approvable({ recommendations: [publish('ada'), publish('ben')] })).toBe(true);
  });
  test('one person twice is one', () => {
    expect(approvable({ recommendations: [publish('ben'), publish('ben')] })).toBe(false);
  });
  test('those on an earlier revision are void', () => {
    expect(approvable({ recommendations: [publish('ben', 2), publish('cleo')] })).toBe(false);
  });
  test('whoever wrote the text does not count', () => {
    expect(approvable({ authors: [{ kind: 'submitter' }, { kind: 'person', id: 'ben' }] })).toBe(false);
  });
  test('the last word of a person counts', () => {
    const changed = { person: 'ben', revision: 3, verdict: 'change' as const };
    expect(approvable({ recommendations: [publish('ben'), publish('cleo'), changed] })).toBe(false);
    expect(approvable({ recommendations: [changed, publish('cleo'), publish('ben')] })).toBe(true);
  });
  test('a conflict found later takes the recommendation with it', () => {
    const desk = DESK.map((one) => (one.id === 'ben' ? { ...one, conflicted: true } : one));
    expect(approvable({ desk })).toBe(false);
  });
  test('someone who has left the desk since still counts', () => {
    expect(approvable({ desk: DESK.filter(({ id }) => id !== 'ben') })).toBe(true);
  });
  test('every action that begins a revision voids them', () => {
    const revising = ACTIONS.filter((action) => 'revises' in TRANSITIONS[action]);
    expect(revising).toEqual(['revise', 'resubmit', 'correct', 'reopen']);
  });
});

describe('corrections of a live page', () => {
  const open = (state: State, changes: Partial<Facts> = {}) =>
    readyFacts({ state, live: 'live', ...changes });

  test('declining, withdrawing or lapsing one returns to the page', () => {
    for (const state of ['received', 'in_review', 'in_lab', 'changes_requested', 'sign_off'] as const) {
      expect(targetOf(open(state), 'decline', editor)).toBe('published');
      expect(targetOf(open(state), 'withdraw', submitter)).toBe('published');
    }
    expect(targetOf(open('accepted'), 'withdraw', submitter)).toBe('published');
    for (const state of ['changes_requested', 'sign_off'] as const)
      expect(targetOf(open(state), 'lapse', system)).toBe('published');
  });

  test('the page stays live while it is corrected', () => {
    expect(transition(open('published'), 'correct', submitter, {})).toEqual({
      ok: true,
      from: 'published',
      to: 'received',
      live: 'live',
      revises: true,
      tell: 'correction_opened',
    });
  });

  test('a retest ends at the page, a test of a correction in review', () => {
    const lab = person('dov', 'lab');

    expect(targetOf(open('in_lab', { labFrom: 'published' }), 'finish_lab', lab)).toBe('published');
    expect(targetOf(open('in_lab', { labFrom: 'in_review' }), 'finish_lab', lab)).toBe('in_review');
  });

  test('retiring leaves the state alone and a tombstone behind', () => {
    expect(transition(open('in_review'), 'retire', submitter, {})).toMatchObject({
      to: 'in_review',
      live: 'retired',
      tell: 'retired',
    });
  });

  test('a tombstone is final: an open correction cannot bring the page back', () => {
    const retired = { live: 'retired' } as const;

    expect(refusalOf(open('in_review', retired), 'approve', editor)?.code).toBe('retired');
    expect(refusalOf(open('sign_off', retired), 'sign', submitter)?.code).toBe('retired');
    expect(refusalOf(open('accepted', retired), 'start_publishing', system)?.code).toBe('retired');
    expect(refusalOf(open('publishing', retired), 'publish', system)?.code).toBe('retired');
    expect(targetOf(open('publishing', retired), 'stop_publishing', system)).toBe('accepted');
    expect(targetOf(open('accepted', retired), 'withdraw', submitter)).toBe('published');
    expect(refusalOf(open('published', retired), 'send_to_lab', editor)?.code).toBe('retired');
    expect(refusalOf(open('published', retired), 'retire', editor)?.code).toBe('not_live');
  });
});

describe('a lapse', () => {
  test('is resumed where it happened', () => {
    for (const lapsedFrom of ['draft', 'unconfirmed', 'changes_requested', 'sign_off'] as const)
      expect(targetOf(readyFacts({ state: 'lapsed', lapsedFrom }), 'resume', submitter)).toBe(lapsedFrom);
  });

  test('needs no reminders where there is no confirmed address', () => {
    const silent = { reminders: 0 };
    expect(targetOf(readyFacts({ ...silent, state: 'unconfirmed', idleDays: 7 }), 'lapse', system)).toBe(
      'lapsed',
    );
    expect(targetOf(readyFacts({ ...silent, state: 'unconfirmed', idleDays: 6 }), 'lapse', system)).toBe('-');
    expect(targetOf(readyFacts({ ...silent, state: 'draft', idleDays: 89 }), 'lapse', system)).toBe('-');
    expect(targetOf(readyFacts({ ...silent, state: 'draft', idleDays: 90 }), 'lapse', system)).toBe('lapsed');
  });
});

describe('what is offered', () => {
  const names = (facts: Facts, actor: Actor) => availableActions(facts, actor).map(({ action }) => action);

  test('an editor sees what stands in the way of an approval', () => {
    const facts = readyFacts({ kind: 'lesson', recommendations: [] });

    expect(availableActions(facts, editor)).toContainEqual({
      action: 'approve',
      blockedBy: {
        code: 'needs_recommendations',
        message: 'Two recommendations are needed; there are none. Ask another reviewer.',
      },
    });
  });

  test('what has no place for this submission is not offered', () => {
    expect(names(readyFacts({ kind: 'lesson' }), editor)).toEqual([
      'assign',
      'unassign',
      'recommend',
      'revise',
      'declare_conflict',
      'request_changes',
      'approve',
      'decline',
    ]);
    expect(names(readyFacts({ live: 'live' }), editor)).toEqual(
      expect.arrayContaining(['send_to_lab', 'retire']),
    );
  });

  test('a submitter at sign-off can sign, dispute or withdraw', () => {
    expect(names(readyFacts({ state: 'sign_off' }), submitter)).toEqual(['sign', 'dispute', 'withdraw']);
  });

  test('an action offered without an obstacle succeeds with the right body', () => {
    for (const state of STATES)
      for (const kind of ACTOR_KINDS)
        for (const { action, blockedBy } of availableActions(readyFacts({ state }), actorOf(kind)))
          if (!blockedBy) expect(targetOf(readyFacts({ state }), action, actorOf(kind))).not.toBe('-');
  });

  test('asking changes nothing', () => {
    const facts = Object.freeze(readyFacts());

    transition(facts, 'approve', editor, Object.freeze({ ...readyInput }));

    expect(facts).toEqual(readyFacts());
  });
});
