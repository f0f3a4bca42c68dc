/** Decisions that are prepared, looked over and released together, for editors. */
import { Hono } from 'hono';
import { z } from 'zod';
import { prepareDecision, takeBackDecision } from '#api/actions/prepare-decision.ts';
import { readLetter } from '#api/actions/rehearse-decision.ts';
import { releaseDecisions } from '#api/actions/release-decisions.ts';
import { showPending } from '#api/actions/show-pending.ts';
import type { Deps } from '#api/deps.ts';
import { requirePerson, requireProof, type SignedIn } from '#api/require-person.ts';
import { validate } from '#api/validate.ts';
import { decision, inPlaceOf, pendingDecision, release, released, wordedLetter } from '#schemas/pending.ts';
import { byId, section } from './describe.ts';

const { shows, does } = section('Desk');

/** To be mounted at `/api/desk/pending`. */
export const pendingRoutes = (deps: Deps) =>
  new Hono<SignedIn>()
    .use(requirePerson(deps))
    .get('/', shows('List prepared decisions, the oldest first', z.array(pendingDecision)), async (c) =>
      c.json(await showPending(deps, c.var.person)),
    )
    .post(
      '/release',
      shows('Release prepared decisions; says of each what came of it', released),
      requireProof(deps, 'release_decisions'),
      validate('json', release),
      async (c) => c.json(await releaseDecisions(deps, c.var.person, c.req.valid('json').decisions)),
    );

/** To be mounted at `/api/desk/submissions`. */
export const preparingRoutes = (deps: Deps) =>
  new Hono<SignedIn>()
    .use('/:id/pending', requirePerson(deps))
    .use('/:id/letter', requirePerson(deps))
    .put(
      '/:id/pending',
      shows('Prepare a decision; it has no effect before it is released', pendingDecision),
      validate('param', byId),
      validate('query', inPlaceOf),
      validate('json', decision),
      async (c) => {
        const { replaces } = c.req.valid('query');
        const { id } = c.req.valid('param');
        return c.json(await prepareDecision(deps, c.var.person, id, c.req.valid('json'), replaces));
      },
    )
    .delete('/:id/pending', does('Take a prepared decision back'), validate('param', byId), async (c) => {
      await takeBackDecision(deps, c.var.person, c.req.valid('param').id);
      return c.body(null, 204);
    })
    .post(
      '/:id/letter',
      shows('Read the letter that would go with a decision; nothing happens', wordedLetter),
      validate('param', byId),
      validate('json', decision),
      async (c) => c.json(await readLetter(deps, c.var.person, c.req.valid('param').id, c.req.valid('json'))),
    );
