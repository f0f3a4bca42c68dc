/** Saying that nothing ties one to a submission whose source nobody can name. To be mounted at `/api/desk/attestations`. */
import { Hono } from 'hono';
import { z } from 'zod';
import { attest, showAwaited } from '#api/actions/attest.ts';
import type { Deps } from '#api/deps.ts';
import { requirePerson, type SignedIn } from '#api/require-person.ts';
import { validate } from '#api/validate.ts';
import { attestation, outline } from '#schemas/attestation.ts';
import { byId, section } from './describe.ts';

const { shows, does } = section('Desk');

export const attestationRoutes = (deps: Deps) =>
  new Hono<SignedIn>()
    .use(requirePerson(deps))
    .get(
      '/',
      shows('List what opens once you say that nothing ties you to it', z.array(outline)),
      async (c) => c.json(await showAwaited(deps, c.var.person)),
    )
    .post(
      '/:id',
      does('Say that nothing ties you to it'),
      validate('param', byId),
      validate('json', attestation),
      async (c) => {
        await attest(deps, c.var.person, c.req.valid('param').id);
        return c.body(null, 204);
      },
    );
