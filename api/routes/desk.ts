/** The desk: queue, one submission, and the actions of the workflow. By session; what one must not see is absent. */
import { Hono } from 'hono';
import { z } from 'zod';
import type { PersonParty } from '#api/actions/act.ts';
import { approve } from '#api/actions/approve.ts';
import { assign } from '#api/actions/assign.ts';
import { correct } from '#api/actions/correct.ts';
import { declareConflict } from '#api/actions/declare-conflict.ts';
import { decline } from '#api/actions/decline.ts';
import { finishLab } from '#api/actions/finish-lab.ts';
import { keepFinding } from '#api/actions/keep-finding.ts';
import { readContact } from '#api/actions/read-contact.ts';
import { recommend } from '#api/actions/recommend.ts';
import { requestChanges } from '#api/actions/request-changes.ts';
import { retire } from '#api/actions/retire.ts';
import { returnToReview } from '#api/actions/return.ts';
import { revise } from '#api/actions/revise.ts';
import { sendToLab } from '#api/actions/send-to-lab.ts';
import { showQueue } from '#api/actions/show-queue.ts';
import { showSubmission } from '#api/actions/show-submission.ts';
import { triage } from '#api/actions/triage.ts';
import { unassign } from '#api/actions/unassign.ts';
import type { SubmissionRow } from '#api/db/submissions.ts';
import type { Deps } from '#api/deps.ts';
import { requirePerson, type SignedIn } from '#api/require-person.ts';
import { validate, validateBody } from '#api/validate.ts';
import { type DeskAction, type DeskInput, deskActions, keptFinding } from '#schemas/decisions.ts';
import { deskContact, deskSubmission, moved, queue } from '#schemas/desk.ts';
import { STATES } from '#schemas/workflow.ts';
import { byId, section } from './describe.ts';

const { shows } = section('Desk');
const filter = z.strictObject({
  state: z.enum(STATES, { error: 'Choose a state of the workflow' }).optional(),
});

type Decisions = {
  [Name in DeskAction]: (
    deps: Deps,
    party: PersonParty,
    id: string,
    input: DeskInput<Name>,
  ) => Promise<SubmissionRow>;
};
const DECISIONS: Decisions = {
  triage,
  assign,
  unassign,
  recommend,
  revise,
  declare_conflict: declareConflict,
  request_changes: requestChanges,
  send_to_lab: sendToLab,
  finish_lab: finishLab,
  approve,
  return: returnToReview,
  correct,
  decline,
  retire,
};

export function deskRoutes(deps: Deps) {
  const desk = new Hono<SignedIn>()
    .use(requirePerson(deps))
    .get('/', shows('List what waits, longest first', queue), validate('query', filter), async (c) =>
      c.json(await showQueue(deps, c.var.person, c.req.valid('query').state)),
    )
    .get('/:id', shows('Show one submission', deskSubmission), validate('param', byId), async (c) =>
      c.json(await showSubmission(deps, c.var.person, c.req.valid('param').id)),
    )
    .post(
      '/:id/contact',
      shows('Read the contact; leaves an event', deskContact),
      validate('param', byId),
      async (c) => c.json(await readContact(deps, c.var.person, c.req.valid('param').id)),
    );
  desk.post(
    '/:id/findings',
    shows('Keep words that the re-identification check found', deskSubmission),
    validate('param', byId),
    validateBody(keptFinding),
    async (c) => {
      const { id } = c.req.valid('param');
      await keepFinding(deps, c.var.person, id, c.req.valid('json'));
      return c.json(await showSubmission(deps, c.var.person, id));
    },
  );
  for (const name of Object.keys(DECISIONS) as DeskAction[]) addDecision(desk, deps, name);
  return desk;
}

/** One address an action. The body was checked by the action's own schema, which is what its function takes. */
function addDecision<Name extends DeskAction>(desk: Hono<SignedIn>, deps: Deps, name: Name): void {
  const schema: z.ZodType = deskActions[name];
  desk.post(
    `/:id/${name}`,
    shows(`Action “${name}” of the workflow`, moved),
    validate('param', byId),
    validateBody(schema),
    async (c) => {
      const party: PersonParty = { kind: 'person', person: c.var.person };
      const input = c.req.valid('json') as DeskInput<Name>;
      const { id, state, revision, live } = await DECISIONS[name](
        deps,
        party,
        c.req.valid('param').id,
        input,
      );
      return c.json({ id, state, revision, live });
    },
  );
}
