/** The desk: one submission, and the actions of the workflow. By session; what one must not see is absent. */
import { Hono } from 'hono';
import type { z } from 'zod';
import type { PersonParty } from '#api/actions/act.ts';
import { DECISIONS, movedTo } from '#api/actions/decisions.ts';
import { keepFinding } from '#api/actions/keep-finding.ts';
import { readContact } from '#api/actions/read-contact.ts';
import { showSubmission } from '#api/actions/show-submission.ts';
import { writeRemark } from '#api/actions/write-remark.ts';
import type { Deps } from '#api/deps.ts';
import { requirePerson, requireProof, type SignedIn } from '#api/require-person.ts';
import { validate, validateBody } from '#api/validate.ts';
import { type DeskAction, type DeskInput, deskActions, keptFinding } from '#schemas/decisions.ts';
import { deskContact, deskSubmission, moved } from '#schemas/desk.ts';
import { newRemark } from '#schemas/remark.ts';
import { byId, section } from './describe.ts';

const { shows } = section('Desk');

export function deskRoutes(deps: Deps) {
  const desk = new Hono<SignedIn>()
    .use(requirePerson(deps))
    .get('/:id', shows('Show one submission', deskSubmission), validate('param', byId), async (c) =>
      c.json(await showSubmission(deps, c.var.person, c.req.valid('param').id)),
    )
    .post(
      '/:id/contact',
      shows('Read the contact; leaves an event', deskContact),
      requireProof(deps, 'read_contact'),
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
  desk.post(
    '/:id/remarks',
    shows('Write to the reviewers, or to the submitter', deskSubmission),
    validate('param', byId),
    validateBody(newRemark),
    async (c) => {
      const { id } = c.req.valid('param');
      await writeRemark(deps, c.var.person, id, c.req.valid('json'));
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
    requireProof(deps, name),
    validate('param', byId),
    validateBody(schema),
    async (c) => {
      const party: PersonParty = { kind: 'person', person: c.var.person };
      const input = c.req.valid('json') as DeskInput<Name>;
      return c.json(movedTo(await DECISIONS[name](deps, party, c.req.valid('param').id, input)));
    },
  );
}
