/** Walks of actions, in any order, by anybody: what must never happen does not happen on any of them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Actor, Facts, LapsingState } from '#api/review/facts.ts';
import { availableActions, transition } from '#api/review/workflow.ts';
import type { Action, State } from '#schemas/workflow.ts';
import { actorOf, editor, person, readyFacts, reviewer, submitter, system } from './submission-facts.ts';

const cleo = person('cleo', 'reviewer');
const lab = person('dov', 'lab');
const ACTORS: readonly Actor[] = [
  ...[submitter, system, editor, reviewer, cleo, lab, actorOf('admin')],
  { kind: 'submitter', mailedCode: false },
];

type Move = { action: Action; actor: Actor; honest: boolean };
/** `forward` goes on towards publication; otherwise `pick` chooses among all that is offered to anybody. */
type Step = { forward: boolean; pick: number; honest: boolean };
/** What a walk remembers beside the facts. */
type Walk = { facts: Facts; signed: string | undefined };

const hashOf = (revision: number) => String(revision).padStart(64, '0');
const start = (state: State = 'draft'): Walk => ({
  facts: readyFacts({ state, revision: 1, recommendations: [], assigned: [], shownHash: undefined }),
  signed: undefined,
});

/** What leads on from each state. Without it, walks would seldom get past the review. */
const FORWARD: Partial<Record<State, readonly (readonly [Action, Actor])[]>> = {
  draft: [['submit', submitter]],
  unconfirmed: [['confirm', submitter]],
  received: [['triage', editor]],
  in_review: [
    ['recommend', reviewer],
    ['recommend', cleo],
    ['approve', editor],
  ],
  changes_requested: [['resubmit', submitter]],
  in_lab: [['finish_lab', lab]],
  sign_off: [['sign', submitter]],
  accepted: [['start_publishing', system]],
  publishing: [['publish', system]],
  published: [['correct', submitter]],
  declined: [['reopen', submitter]],
  lapsed: [['resume', submitter]],
};

function moveOf({ facts }: Walk, { forward, pick, honest }: Step): Move | undefined {
  const offered = ACTORS.flatMap((actor) =>
    availableActions(facts, actor).map(({ action }) => [action, actor] as const),
  );
  const moves = (forward && FORWARD[facts.state]) || offered;
  const [action, actor] = moves[pick % moves.length] ?? [];
  return action && actor && { action, actor, honest: forward || honest };
}

const inputOf = ({ facts }: Walk, { actor, honest }: Move) => ({
  revision: facts.revision,
  person: actor.kind === 'person' && !honest ? actor.id : 'ben',
  reviewers: ['ben', 'cleo'],
  responsiveness: { product: 'yes', requirement: 'yes', contact: 'yes' },
  verdict: honest ? 'publish' : 'change',
  slug: 'two-rings',
  contentHash: honest ? facts.shownHash : hashOf(999),
  answers: honest ? [{ number: 1 }, { number: 2 }] : [],
});

/** Make a move if it is allowed, and keep the facts as the database would. */
function make(walk: Walk, move: Move): Walk {
  const { action, actor } = move;
  const input = inputOf(walk, move);
  const outcome = transition(walk.facts, action, actor, input);
  if (!outcome.ok) return walk;

  const { from, to, live, revises } = outcome;
  const facts: Facts = { ...walk.facts, state: to, live, revision: walk.facts.revision + (revises ? 1 : 0) };
  if (action === 'triage') facts.assigned = ['ben', 'cleo'];
  if (action === 'recommend' && actor.kind === 'person') {
    const verdict = move.honest ? 'publish' : 'change';
    const entry = { person: actor.id, revision: facts.revision, verdict } as const;
    facts.recommendations = [...facts.recommendations, entry];
  }
  if (action === 'revise') facts.expanded = true;
  if (action === 'revise' && actor.kind === 'person')
    facts.authors = [...facts.authors, { kind: 'person', id: actor.id }];
  if (action === 'approve') facts.shownHash = hashOf(facts.revision);
  if (action === 'lapse') facts.lapsedFrom = from as LapsingState;
  if (action === 'send_to_lab') facts.labFrom = from as 'in_review' | 'published';
  const isSignature = action === 'sign' && actor.kind === 'submitter';
  // A text that is opened again has to be signed again.
  const signed = to === 'in_review' ? undefined : walk.signed;
  return { facts, signed: isSignature ? input.contentHash : signed };
}

const walks = fc.array(
  fc.record({
    forward: fc.oneof(
      { weight: 3, arbitrary: fc.constant(true) },
      { weight: 1, arbitrary: fc.constant(false) },
    ),
    pick: fc.nat(999),
    honest: fc.boolean(),
  }),
  { maxLength: 40, size: 'max' },
);

/** Every situation along a walk, the start included. */
function situations(
  steps: readonly Step[],
  from = start(),
  mayMove: (actor: Actor) => boolean = () => true,
): Walk[] {
  const walk = [from];
  for (const step of steps) {
    const here = walk.at(-1) ?? from;
    const move = moveOf(here, step);
    if (move && mayMove(move.actor)) walk.push(make(here, move));
  }
  return walk;
}

const RUNS = { numRuns: 200 };
const isPastSignOff = ({ facts }: Walk) => ['accepted', 'publishing'].includes(facts.state);

test('these walks get everywhere, so that what they never meet is forbidden and not just far away', () => {
  const met = new Set<string>();
  for (const steps of fc.sample(walks, { numRuns: 300, seed: 1 }))
    for (const { facts } of situations(steps)) met.add(facts.state).add(facts.live);

  expect([...met].sort()).toEqual([...Object.keys(FORWARD), 'withdrawn', 'none', 'live', 'retired'].sort());
});

test('nothing is accepted unless its submitter signed the hash that was shown', () => {
  fc.assert(
    fc.property(walks, (steps) => {
      for (const walk of situations(steps).filter(isPastSignOff)) {
        expect(walk.signed).toBe(hashOf(walk.facts.revision));
        expect(walk.signed).toBe(walk.facts.shownHash);
      }
    }),
    RUNS,
  );
});

test('nothing is accepted without two people who recommended this revision and did not write it', () => {
  fc.assert(
    fc.property(walks, (steps) => {
      for (const { facts } of situations(steps).filter(isPastSignOff)) {
        const people = facts.recommendations
          .filter(({ revision, verdict }) => revision === facts.revision && verdict === 'publish')
          .map((entry) => entry.person)
          .filter((id) => !facts.authors.some((author) => author.kind === 'person' && author.id === id));
        expect(new Set(people).size).toBeGreaterThanOrEqual(2);
      }
    }),
    RUNS,
  );
});

test('no short lesson is approved, by whatever way it came, unless somebody expanded it', () => {
  const { facts, signed } = start();
  const told: Walk = { facts: { ...facts, kind: 'lesson', expanded: false }, signed };
  fc.assert(
    fc.property(walks, (steps) => {
      for (const walk of situations(steps, told))
        if (['sign_off', 'accepted', 'publishing', 'published'].includes(walk.facts.state))
          expect(walk.facts.expanded).toBe(true);
    }),
    RUNS,
  );
});

test('silence never publishes: without a word of the submitter nothing becomes public', () => {
  fc.assert(
    fc.property(walks, (steps) => {
      const silent = situations(steps, start('received'), ({ kind }) => kind !== 'submitter');
      for (const { facts } of silent) {
        expect(facts.live).toBe('none');
        expect(['accepted', 'publishing', 'published']).not.toContain(facts.state);
      }
    }),
    RUNS,
  );
});

test('a retired page never comes back', () => {
  fc.assert(
    fc.property(walks, (steps) => {
      const lives = situations(steps).map(({ facts }) => facts.live);
      const retiredAt = lives.indexOf('retired');
      if (retiredAt >= 0) expect(new Set(lives.slice(retiredAt))).toEqual(new Set(['retired']));
    }),
    RUNS,
  );
});

test('a page stays live until it is retired, whatever becomes of its correction', () => {
  fc.assert(
    fc.property(walks, (steps) => {
      let wasLive = false;
      for (const { facts } of situations(steps)) {
        if (wasLive) expect(facts.live).not.toBe('none');
        if (facts.live === 'live') expect(['declined', 'withdrawn', 'lapsed']).not.toContain(facts.state);
        wasLive = facts.live === 'live';
      }
    }),
    RUNS,
  );
});

test('a person in conflict changes nothing, at any point of any walk', () => {
  fc.assert(
    fc.property(walks, (steps) => {
      for (const walk of situations(steps))
        for (const step of steps.slice(0, 10)) {
          const move = moveOf(walk, step);
          if (move?.actor.kind !== 'person') continue;
          expect(make(walk, { ...move, actor: { ...move.actor, conflicted: true } })).toBe(walk);
        }
    }),
    { numRuns: 20 },
  );
});
