/** Runs of the lab: recorded by the lab at the desk, and answered by the vendor, by a program or a plain form. */
import { type Context, Hono } from 'hono';
import { recordLabRun } from '#api/actions/record-lab-run.ts';
import { showStatus } from '#api/actions/show-status.ts';
import { showSubmission } from '#api/actions/show-submission.ts';
import { stateOnRun } from '#api/actions/state-on-run.ts';
import type { Deps } from '#api/deps.ts';
import { type Opened, requireOpened } from '#api/require-opened.ts';
import { requirePerson, type SignedIn } from '#api/require-person.ts';
import { isForm, validate, validateBody } from '#api/validate.ts';
import { deskSubmission } from '#schemas/desk.ts';
import { labRecord, labStatement } from '#schemas/lab-run.ts';
import { status } from '#schemas/status.ts';
import { PATHS } from '#site/paths.ts';
import { byRun, onToAPage, section } from './describe.ts';

const STATEMENT = /^\/api\/submissions\/([^/]+)\/lab-runs\/([^/]+)\/statement$/;

/** The submission and the run that a statement was sent for, by the address. */
export function statementAddress(c: Context): { id: string; runId: string } | undefined {
  const [, id, runId] = STATEMENT.exec(c.req.path) ?? [];
  return id && runId ? { id, runId } : undefined;
}

/** To be mounted at `/api/desk/submissions`. */
export const deskLabRoutes = (deps: Deps) =>
  new Hono<SignedIn>().post(
    '/:id/lab-runs/:runId',
    section('Desk').shows('Record what a run of the lab found', deskSubmission),
    requirePerson(deps),
    validate('param', byRun),
    validateBody(labRecord),
    async (c) => {
      const run = c.req.valid('param');
      await recordLabRun(deps, c.var.person, run, c.req.valid('json'));
      return c.json(await showSubmission(deps, c.var.person, run.id));
    },
  );

/** To be mounted at `/api/submissions`. */
export const labStatementRoutes = (deps: Deps) =>
  new Hono<Opened>().post(
    '/:id/lab-runs/:runId/statement',
    section('Submissions').shows('Give a statement on a run of the lab', status, 200, {
      responses: onToAPage,
    }),
    validate('param', byRun),
    requireOpened(deps),
    validateBody(labStatement),
    async (c) => {
      const run = c.req.valid('param');
      await stateOnRun(deps, c.var.submitter, run, c.req.valid('json').statement);
      if (isForm(c)) return c.redirect(`${PATHS.status}#lab`, 303);
      return c.json(await showStatus(deps, c.var.submitter, run.id));
    },
  );
