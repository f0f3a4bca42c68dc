/** Files of submissions: a submitter adds and removes them, by a plain form or one by one as programs do. */
import { type Context, Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import { addEvidence } from '#api/actions/add-evidence.ts';
import { removeEvidence } from '#api/actions/remove-evidence.ts';
import { showStatus } from '#api/actions/show-status.ts';
import type { Deps } from '#api/deps.ts';
import { AppError, REFUSALS } from '#api/errors.ts';
import { receive, type Sent } from '#api/evidence/receive.ts';
import { statusPage } from '#api/pages/status-page.tsx';
import { findSubmitter, type Opened, requireOpened } from '#api/require-opened.ts';
import { validate } from '#api/validate.ts';
import { type EvidenceFile, evidenceAdded, MOST_BYTES } from '#schemas/evidence.ts';
import type { Issue } from '#schemas/problem.ts';
import type { Status } from '#schemas/status.ts';
import { PATHS } from '#site/paths.ts';
import { byFile, byId, onToAPage, section } from './describe.ts';
import { printRefusal } from './pages.ts';
import { print } from './print.ts';

const { shows, does } = section('Submissions');

const EVIDENCE = /^\/api\/submissions\/([^/]+)\/evidence(\/|$)/;
/** Where the list of files stands on the status page. */
const LIST = `${PATHS.status}#evidence`;

/** An upload: longer than anything else that is sent here, and counted by `receive` as it arrives. */
export const isUpload = (c: Context) => c.req.method === 'POST' && EVIDENCE.exec(c.req.path)?.[2] === '';
export const isEvidence = (c: Context) => EVIDENCE.test(c.req.path);
/** Whether a browser without scripts asks. Programs send files as forms, too, so the form does not tell. */
const acceptsPage = (c: Context) => /\btext\/html\b/.test(c.req.header('accept') ?? '');

const added = shows('Add files, each as `files`', evidenceAdded, 201, {
  description: `Each is rebuilt without metadata, or refused with the reason. 422 names those that were refused; the others of the same upload are kept. \`keepNames\`: keep the names of the files instead of “evidence-1”.`,
  requestBody: {
    content: {
      'multipart/form-data': {
        schema: {
          type: 'object' as const,
          properties: {
            files: { type: 'array' as const, items: { type: 'string' as const, format: 'binary' } },
            keepNames: { type: 'string' as const },
          },
        },
      },
    },
  },
  responses: onToAPage,
});

export function evidenceRoutes(deps: Deps) {
  const opened = requireOpened(deps);
  return new Hono<Opened>()
    .post('/:id/evidence', added, validate('param', byId), opened, async (c) => {
      const evidence = await addAll(c, deps, c.req.valid('param').id);
      return acceptsPage(c) ? c.redirect(LIST, 303) : c.json({ evidence }, 201);
    })
    .delete(
      '/:id/evidence/:evidenceId',
      does('Remove a file'),
      validate('param', byFile),
      opened,
      async (c) => {
        const { id, evidenceId } = c.req.valid('param');
        await removeEvidence(deps, c.var.submitter, id, evidenceId);
        return c.body(null, 204);
      },
    )
    .post(
      '/:id/evidence/:evidenceId/remove',
      describeRoute({ hide: true }),
      validate('param', byFile),
      opened,
      async (c) => {
        const { id, evidenceId } = c.req.valid('param');
        await removeEvidence(deps, c.var.submitter, id, evidenceId);
        return c.redirect(LIST, 303);
      },
    );
}

/** Add what can be added; what cannot is refused together, with a reason each. */
async function addAll(c: Context<Opened>, deps: Deps, id: string): Promise<EvidenceFile[]> {
  const { submitter } = c.var;
  return deps.intake.inFolder(async (folder) => {
    const { files, keepNames } = await receive(c.req.raw, folder);
    if (files.length === 0) throw new AppError('invalid', 'Choose a file to add.');
    const evidence: EvidenceFile[] = [];
    const refused: { name: string; error: AppError }[] = [];
    for (const sent of files)
      try {
        await deps.limits.consume('evidence', id);
        evidence.push(await addEvidence(deps, submitter, id, { ...arrived(sent), keepName: keepNames }));
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        refused.push({ name: sent.name, error });
      }
    if (refused.length > 0) throw refusalOf(refused, evidence.length);
    return evidence;
  });
}

function arrived(sent: Sent) {
  if (sent.tooLong) throw new AppError('too_large', `It is larger than ${MOST_BYTES / 1024 ** 2} MB.`);
  return { file: sent.file, name: sent.name };
}

/** One file is refused for its own reason; of several, each reason is an issue. */
function refusalOf(refused: readonly { name: string; error: AppError }[], taken: number): AppError {
  const issues = refused.map(({ name, error }) => ({ path: 'files', message: `${name}: ${error.message}` }));
  const [first] = refused;
  if (first && refused.length === 1 && taken === 0)
    return new AppError(first.error.code, first.error.message, { issues, headers: first.error.headers });
  return new AppError('invalid', `${taken} of ${taken + refused.length} files were added.`, { issues });
}

/** The status page again, with why files were not taken. The body is not read for it: it may be long, or half sent. */
export async function answerEvidence(
  c: Context,
  deps: Deps,
  refusal: AppError | undefined,
): Promise<Response> {
  const status = await statusFor(c, deps);
  if (!refusal || !status) return printRefusal(c, deps, refusal);
  const { code, message, issues, headers } = refusal;
  const problems: readonly Issue[] = issues.length > 0 ? issues : [{ path: 'files', message }];
  for (const [name, value] of Object.entries(headers)) c.header(name, value);
  const page = statusPage({ status, steps: deps.steps, choices: deps.offers, evidenceIssues: problems });
  return print(c, deps, page, REFUSALS[code].status);
}

/** The status of the submission that the address names, where the one who asks may see it and there is a page of it. */
async function statusFor(c: Context, deps: Deps): Promise<Status | undefined> {
  const submitter = await findSubmitter(c, deps);
  const id = EVIDENCE.exec(c.req.path)?.[1];
  if (!submitter || submitter.submissionId !== id) return undefined;
  return showStatus(deps, submitter, id).catch((error: unknown) => {
    // A draft has no status yet.
    if (error instanceof AppError) return undefined;
    throw error;
  });
}
