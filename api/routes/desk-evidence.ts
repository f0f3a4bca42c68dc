/** The desk downloads the files of a submission, adds some of its own, and takes those back. */
import { Hono } from 'hono';
import { deskKeeps } from '#api/actions/evidence-keepers.ts';
import { readEvidence } from '#api/actions/read-evidence.ts';
import { removeEvidence } from '#api/actions/remove-evidence.ts';
import type { Deps } from '#api/deps.ts';
import { requirePerson, type SignedIn } from '#api/require-person.ts';
import { validate } from '#api/validate.ts';
import { evidenceAdded } from '#schemas/evidence.ts';
import { answerFile, downloads } from './answer-file.ts';
import { byFile, byId, section } from './describe.ts';
import { addAll, FILES_BODY } from './evidence.ts';

const { shows, does } = section('Desk');

export const deskEvidenceRoutes = (deps: Deps) =>
  new Hono<SignedIn>()
    .use('/:id/evidence/*', requirePerson(deps))
    .post(
      '/:id/evidence',
      shows('Add files, each as `files`; editors and those who are assigned', evidenceAdded, 201, {
        requestBody: FILES_BODY,
      }),
      validate('param', byId),
      async (c) =>
        c.json(await addAll(deps, c.req.raw, deskKeeps(c.var.person), c.req.valid('param').id), 201),
    )
    .get(
      '/:id/evidence/:evidenceId',
      downloads('Download a file; leaves an event', 'Desk'),
      validate('param', byFile),
      async (c) => {
        const { id, evidenceId } = c.req.valid('param');
        return answerFile(c, await readEvidence(deps, c.var.person, id, evidenceId));
      },
    )
    .delete(
      '/:id/evidence/:evidenceId',
      does('Remove a file that the desk added'),
      validate('param', byFile),
      async (c) => {
        const { id, evidenceId } = c.req.valid('param');
        await removeEvidence(deps, deskKeeps(c.var.person), id, evidenceId);
        return c.body(null, 204);
      },
    );
