/**
 * The walk over HTTP: every action that has an address, in every state, by everybody. Each answer is what `transition`
 * says of the same facts, and whatever the hand-written table of test/api/review/workflow.csv allows was really done. Where
 * the table has a letter go with what a person of the desk does, it can be read before and goes as it was edited.
 */
import fs from 'node:fs';
import { and, eq, gt } from 'drizzle-orm';
import { expect } from 'vitest';
import { actorOf, type Party, refusal } from '#api/actions/act.ts';
import type { Db } from '#api/db/client.ts';
import { findFacts } from '#api/db/facts.ts';
import { findSubmission, findVisible } from '#api/db/submissions.ts';
import {
  assignments,
  changeRequests,
  conflicts,
  declines,
  labRuns,
  letters,
  recommendations,
  revisions,
  submissions,
  versions,
} from '#api/db/tables.ts';
import { REFUSALS } from '#api/errors.ts';
import type { Facts, Input } from '#api/review/facts.ts';
import { fits } from '#api/review/lab-runs.ts';
import { type Outcome, TRANSITIONS, transition } from '#api/review/workflow.ts';
import { deskActions, submitterActions } from '#schemas/decisions.ts';
import { type Action, ROLES, type Role, STATES, type State } from '#schemas/workflow.ts';
import { test } from '#test/support/database.ts';
import { offeringOf, offeringSent } from '#test/support/offering.ts';
import { type Story, tell } from '#test/support/story.ts';

const SLUG = 'walked-lathe';
/** In place of the wording of every letter. */
const EDITED = 'Dear Vera, this is how I would say it myself.';
const SEND_WITH = { reason: 'A reason of this walk.', note: 'A note of this walk.' };
const answer = { score: 4, because: 'It does.' };
const rubric = {
  evidence: answer,
  specificity: answer,
  transferability: answer,
  safety: answer,
  claims: answer,
};

/** What is sent with each action, beside the revision. */
const bodiesFor = (story: Story, contentHash: string) => {
  const { reason, note } = SEND_WITH;
  const { content } = offeringSent;
  const [one, two] = [story.first.id, story.second.id];
  const procedures = story.deps.procedures.filter((one) => fits(content, one)).map(({ id }) => id);
  return {
    desk: {
      triage: {
        reviewers: [one, two],
        responsiveness: { product: 'yes', requirement: 'yes', contact: 'yes' },
      },
      assign: { person: one },
      unassign: { person: one, reason },
      recommend: { verdict: 'publish', note, rubric },
      revise: { kind: 'offering', content, note },
      declare_conflict: {},
      request_changes: { requests: [reason] },
      send_to_lab: { procedures: procedures.slice(0, 1), note },
      finish_lab: { note },
      approve: { slug: SLUG, changes: note },
      return: { reason },
      correct: { reason },
      decline: { code: 'out_of_scope', message: reason, repair: note },
      retire: { reason },
    } satisfies Record<keyof typeof deskActions, object>,
    submitter: {
      confirm: {},
      resubmit: { kind: 'offering', content, answers: [] },
      sign: { contentHash },
      dispute: { comment: reason },
      correct: { reason },
      reopen: { kind: 'offering', changes: note },
      withdraw: {},
      resume: {},
      retire: { reason },
    } satisfies Record<keyof typeof submitterActions, object>,
  };
};

/** Put the submission into `state` with all that every action asks for, whatever was done to it before. */
async function place(
  db: Db,
  { id, first, second }: Story,
  { state, contentHash, isLive }: { state: State; contentHash: string; isLive: boolean },
): Promise<Placed> {
  const now = new Date();
  for (const table of [
    assignments,
    changeRequests,
    conflicts,
    declines,
    labRuns,
    letters,
    recommendations,
    versions,
  ])
    await db.delete(table).where(eq(table.submissionId, id));
  await db.delete(revisions).where(gt(revisions.number, 1));
  const isConfirmed = state !== 'draft' && state !== 'unconfirmed';
  await db.update(submissions).set({
    state,
    stateSince: now,
    atDeskSince: isConfirmed ? now : null,
    revision: 1,
    round: 1,
    live: isLive ? 'live' : 'none',
    liveVersion: isLive ? 1 : null,
    slug: SLUG,
    contentHash,
    lapsedFrom: 'changes_requested',
    labFrom: state === 'in_lab' ? 'in_review' : null,
  });
  const people = [first.id, second.id];
  await db
    .insert(assignments)
    .values(people.map((personId) => ({ submissionId: id, personId, assignedAt: now })));
  await db.insert(recommendations).values(
    people.map((personId) => ({
      submissionId: id,
      revision: 1,
      personId,
      verdict: 'publish' as const,
      note: SEND_WITH.note,
      madeAt: now,
    })),
  );
  if (isLive)
    await db.insert(versions).values({
      submissionId: id,
      revision: 1,
      version: 1,
      slug: SLUG,
      published: offeringOf(SLUG),
      publishedAt: now,
    });
  const row = await findSubmission(db, id);
  if (!row) throw new Error('The submission is gone');
  return { isLive, facts: await findFacts(db, row, now), seenBy: new Map() };
}

const HIDDEN: Outcome = { ok: false, reason: { code: 'hidden', message: '' } };
type Step = {
  as: string;
  action: Action;
  party: Party;
  input: Input;
  ask: () => Promise<Answer>;
  /** Read the letter that would go with it. */
  read?: () => Promise<Answer>;
};
/** The submission in one state, and who of those who were asked for sees it. */
type Placed = { isLive: boolean; facts: Facts; seenBy: Map<string, boolean> };
type Answer = {
  status: number;
  body: { state?: string; live?: string; detail?: string; matter?: string };
};
/** The entries of an object whose keys are known. */
const entries = <Name extends string>(object: Record<Name, Input>) =>
  Object.entries(object) as [Name, Input][];

/** Cells of the hand-written table that allow something which has an address, as `action, role, state`. */
function allowedCells(): string[] {
  const [head = '', ...rows] = fs
    .readFileSync(new URL('../review/workflow.csv', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const states = head.split(',').slice(2);
  return rows.flatMap((row) => {
    const [action = '', role = '', ...cells] = row.split(',');
    const addressed =
      role === 'submitter' ? submitterActions : ROLES.some((one) => one === role) ? deskActions : {};
    if (!(action in addressed)) return [];
    return cells.flatMap((cell, at) => (cell === '-' ? [] : [`${action}, ${role}, ${states[at]}`]));
  });
}

/** Everything that can be tried in a state. Retiring comes last, since it takes a page. */
async function stepsOf(story: Story, contentHash: string): Promise<Step[]> {
  const { id } = story;
  const bodies = bodiesFor(story, contentHash);
  const people = [
    { as: 'editor', who: story.editor, roles: ['editor'] },
    { as: 'reviewer', who: story.first, roles: ['reviewer'] },
    { as: 'reviewer who is not assigned', who: story.third, roles: ['reviewer'] },
    { as: 'lab', who: await story.person('lou@desk.example', ['lab']), roles: ['lab'] },
    { as: 'admin', who: await story.person('ada@desk.example', ['admin']), roles: ['admin'] },
  ] satisfies { as: string; who: typeof story.editor; roles: Role[] }[];
  const atTheDesk = people.flatMap(({ as, who, roles }) =>
    entries(bodies.desk).map(([action, body]): Step => {
      const person = { id: who.id, name: as, email: '', roles, secondFactor: false };
      const input = { revision: 1, ...body, ...(TRANSITIONS[action].tell !== null && { matter: EDITED }) };
      const at = `/api/desk/submissions/${id}`;
      const ask = () => who.post(`${at}/${action}`, input);
      const read = () => who.post(`${at}/letter`, { action, input });
      return { as, action, party: { kind: 'person', person }, input, ask, read };
    }),
  );
  const party: Party = { kind: 'submitter', submissionId: id, mailed: true };
  const bySubmitter = entries(bodies.submitter).map(([action, input]): Step => {
    const ask = () => story.submitter.post(`/api/submissions/${id}/${action}`, input);
    return { as: 'submitter', action, party, input, ask };
  });
  return [...atTheDesk, ...bySubmitter].toSorted(
    (a, b) => Number(a.action === 'retire') - Number(b.action === 'retire'),
  );
}

const isSeen = async (db: Db, party: Party, id: string) =>
  party.kind !== 'person' || (await findVisible(db, party.person, id)) !== undefined;

/** The letters to the submitter since the submission was placed. */
const goneTo = (db: Db, id: string) =>
  db
    .select({ kind: letters.kind, matter: letters.matter })
    .from(letters)
    .where(and(eq(letters.submissionId, id), eq(letters.addressee, 'contact')));

test('every action, in every state, by everybody: HTTP says what the workflow says, and does it', async ({
  db,
  jobs,
}) => {
  const story = await tell(db, jobs, offeringSent);
  const { id } = story;
  await story.toReview();
  await story.settle();
  for (const who of [story.first, story.second])
    await story.decide(who, 'recommend', { verdict: 'publish', note: SEND_WITH.note, rubric });
  expect((await story.decide(story.editor, 'approve', { slug: SLUG })).status).toBe(200);
  const contentHash = (await findSubmission(db, id))?.contentHash ?? '';
  const steps = await stepsOf(story, contentHash);

  const done = new Set<string>();
  for (const state of STATES) {
    let placed: Placed | undefined;
    for (const { as, action, party, input, ask, read } of steps) {
      const isLive = action === 'retire' || state === 'published';
      // Whatever was done has left its traces.
      if (placed?.isLive !== isLive) placed = await place(db, story, { state, contentHash, isLive });
      const { facts, seenBy } = placed;
      if (!seenBy.has(as)) seenBy.set(as, await isSeen(db, party, id));
      const outcome = seenBy.get(as) ? transition(facts, action, actorOf(party, facts), input) : HIDDEN;
      const where = `${action} by ${as} in ${state}`;
      const hasLetter = read !== undefined && outcome.ok && outcome.tell !== null;
      if (hasLetter && !done.has(`${action}, ${as}, letter`)) {
        expect({ where, ...(await read()).body }).toMatchObject({ where, matter: EDITED });
        done.add(`${action}, ${as}, letter`);
      }

      const { status, body } = await ask();

      if (!outcome.ok) {
        const { code, message } = refusal(outcome.reason);
        const refused = { where, status: REFUSALS[code].status, detail: message };
        expect({ where, status, detail: body.detail }).toEqual(refused);
        continue;
      }
      const { to, live, tell } = outcome;
      expect({ where, status, to: body.state, live: body.live }).toEqual({ where, status: 200, to, live });
      if (hasLetter)
        expect({ where, gone: await goneTo(db, id) }).toEqual({
          where,
          gone: [{ kind: tell, matter: EDITED }],
        });
      done.add(`${action}, ${as}, ${state}`);
      placed = undefined;
    }
  }

  // Nobody at the desk sees what its submitter has not confirmed, and the lab what is not in the lab.
  const toTheLab = STATES.slice(2).filter((state) => state !== 'in_lab');
  const unseen = [
    ...toTheLab.map((state) => `declare_conflict, lab, ${state}`),
    ...['retire, editor, draft', 'retire, editor, unconfirmed'],
  ];
  expect(allowedCells().filter((cell) => !done.has(cell))).toEqual(unseen);
  await story.close();
}, 300_000);
