/** Files of submissions: a submitter adds, downloads and removes them, by plain forms or one by one as programs do. */
import { type Context, Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import { addFiles, refuseFiles } from '#api/actions/add-files.ts';
import { type Keeper, submitterKeeps } from '#api/actions/evidence-keepers.ts';
import { readOwnEvidence } from '#api/actions/read-evidence.ts';
import { removeEvidence } from '#api/actions/remove-evidence.ts';
import { showStatus } from '#api/actions/show-status.ts';
import type { Deps } from '#api/deps.ts';
import { AppError, REFUSALS } from '#api/errors.ts';
import { receive } from '#api/evidence/receive.ts';
import { statusPage } from '#api/pages/status-page.tsx';
import { findSubmitter, type Opened, requireOpened } from '#api/require-opened.ts';
import { validate } from '#api/validate.ts';
import { type EvidenceFile, evidenceAdded } from '#schemas/evidence.ts';
import type { Issue } from '#schemas/problem.ts';
import type { Status } from '#schemas/status.ts';
import { PATHS } from '#site/paths.ts';
import { answerFile, downloads } from './answer-file.ts';
import { byFile, byId, onToAPage, section } from './describe.ts';
import { printRefusal } from './pages.ts';
import { print } from './print.ts';

const { shows, does } = section('Submissions');

const EVIDENCE = /^\/api\/submissions\/([^/]+)\/evidence(\/|$)/;
/** Where the desk sends files to. It is a program that asks there, never a form of a page. */
const DESK_UPLOAD = /^\/api\/desk\/(submissions\/[^/]+\/evidence|recordings(\/read-mail)?)$/;
/** Where the list of files stands on the status page. */
const LIST = `${PATHS.status}#evidence`;

/** An upload: longer than anything else that is sent here, and counted by `receive` as it arrives. */
export const isUpload = (c: Context) =>
  c.req.method === 'POST' && (EVIDENCE.exec(c.req.path)?.[2] === '' || isDeskUpload(c));
export const isDeskUpload = (c: Context) => DESK_UPLOAD.test(c.req.path);
export const isEvidence = (c: Context) => EVIDENCE.test(c.req.path);
/** Whether a browser without scripts asks. Programs send files as forms, too, so the form does not tell. */
const acceptsPage = (c: Context) => /\btext\/html\b/.test(c.req.header('accept') ?? '');

/** The body of an upload of files, for the description of the API. */
export const FILES_BODY = {
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
};
const adds = shows('Add files, each as `files`', evidenceAdded, 201, {
  description: `Each is rebuilt without metadata, or refused with the reason. 422 names those that were refused; the others of the same upload are kept. \`keepNames\`: keep the names of the files instead of “evidence-1”.`,
  requestBody: FILES_BODY,
  responses: onToAPage,
});

export function evidenceRoutes(deps: Deps) {
  const opened = requireOpened(deps);
  return new Hono<Opened>()
    .post('/:id/evidence', adds, validate('param', byId), opened, async (c) => {
      const added = await addAll(deps, c.req.raw, submitterKeeps(c.var.submitter), c.req.valid('param').id);
      return acceptsPage(c) ? c.redirect(LIST, 303) : c.json(added, 201);
    })
    .get(
      '/:id/evidence/:evidenceId',
      downloads('Download a file of one’s own, or one that came with a result of the lab', 'Submissions'),
      validate('param', byFile),
      opened,
      async (c) => {
        const { id, evidenceId } = c.req.valid('param');
        return answerFile(c, await readOwnEvidence(deps, c.var.submitter, id, evidenceId));
      },
    )
    .delete(
      '/:id/evidence/:evidenceId',
      does('Remove a file of one’s own'),
      validate('param', byFile),
      opened,
      async (c) => {
        const { id, evidenceId } = c.req.valid('param');
        await removeEvidence(deps, submitterKeeps(c.var.submitter), id, evidenceId);
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
        await removeEvidence(deps, submitterKeeps(c.var.submitter), id, evidenceId);
        return c.redirect(LIST, 303);
      },
    );
}

/** Add the files of an upload. Refuses with the reason of each that could not be taken; the others are kept. */
export const addAll = (
  deps: Deps,
  request: Request,
  keeper: Keeper,
  id: string,
): Promise<{ evidence: EvidenceFile[] }> =>
  deps.intake.inFolder(async (folder) => {
    const upload = await receive(request, folder);
    if (upload.files.length === 0) throw new AppError('invalid', 'Choose a file to add.');
    const { evidence, refused } = await addFiles(deps, keeper, id, upload);
    refuseFiles({ evidence, refused });
    return { evidence };
  });

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
