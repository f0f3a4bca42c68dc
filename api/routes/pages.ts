/** The pages that the API prints, for browsers with and without scripts. Each is behind a code, so none is kept by a cache. */
import type { Context } from 'hono';
import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { showOwnComment } from '#api/actions/own-comment.ts';
import { showSent } from '#api/actions/show-sent.ts';
import { showStatus } from '#api/actions/show-status.ts';
import { findDraft, isLapsedDraft } from '#api/db/drafts.ts';
import type { Deps } from '#api/deps.ts';
import { type AppError, REFUSALS } from '#api/errors.ts';
import { commentPage } from '#api/pages/comment-page.tsx';
import { lapsedDraftPage } from '#api/pages/draft-pages.tsx';
import { formPage } from '#api/pages/form-page.tsx';
import { messagePage } from '#api/pages/message-page.tsx';
import { OWN_AMEND, ownCommentPage } from '#api/pages/own-comment-page.tsx';
import { sentPage } from '#api/pages/sent-page.tsx';
import { statusPage } from '#api/pages/status-page.tsx';
import { findSubmitter } from '#api/require-opened.ts';
import { takeSecret } from '#api/secret-cookies.ts';
import { formValues, redrawn } from '#api/validate.ts';
import { type SubmitterAction, submitterActions } from '#schemas/decisions.ts';
import type { Issue } from '#schemas/problem.ts';
import { COMMENTS_ACTION } from '#site/forms/comment/CommentForm.tsx';
import type { FormValues } from '#site/forms/names.ts';
import { SUBMISSIONS_ACTION } from '#site/forms/SubmissionForm.tsx';
import { PATHS } from '#site/paths.ts';
import { statementAddress } from './lab-runs.ts';
import { findOwnComment } from './own-comment.ts';
import { type PageStatus, print } from './print.ts';

const ACTION_PATH = /^\/api\/submissions\/([^/]+)\/([a-z_]+)$/;

export const pageRoutes = (deps: Deps) =>
  new Hono()
    .get(PATHS.status, async (c) => {
      const submitter = await findSubmitter(c, deps);
      if (!submitter) return c.redirect(PATHS.open, 303);
      if (await findDraft(deps.db, submitter.submissionId)) return c.redirect(PATHS.draft, 303);
      if (await isLapsedDraft(deps.db, submitter.submissionId))
        return print(c, deps, lapsedDraftPage(submitter.submissionId));
      const status = await showStatus(deps, submitter, submitter.submissionId);
      return print(c, deps, statusPage({ status, steps: deps.steps, choices: deps.offers }));
    })
    .get(PATHS.sent, async (c) => {
      const submitter = await findSubmitter(c, deps);
      const nonce = takeSecret(c, deps, 'nonce');
      if (!submitter || !nonce) return c.redirect(PATHS.status, 303);
      const sent = await showSent(deps, submitter.submissionId);
      return print(c, deps, sentPage({ ...sent, nonce }));
    })
    .get(PATHS.linkSent, (c) =>
      print(
        c,
        deps,
        messagePage(
          'Look into your mail',
          'If we know this address, a letter with a fresh link is on its way. We give the same answer for every address.',
        ),
      ),
    );

/** A button that adds or removes a row, or shows what was changed, sends the form too: answer it again, with its values kept. */
export const redraw = (deps: Deps) =>
  createMiddleware(async (c, next) => {
    const values = c.req.method === 'POST' ? await redrawn(c) : undefined;
    if (!values) return next();
    return (await formAgain(c, deps, values, [])) ?? next();
  });

/** A form that was refused comes back as it was typed, with what needs attention; anything else gets a page that says why. */
export async function answerForm(c: Context, deps: Deps, refusal: AppError | undefined): Promise<Response> {
  const status = refusal ? REFUSALS[refusal.code].status : 500;
  const issues = refusal?.issues.length ? refusal.issues : [{ path: '', message: messageOf(refusal) }];
  for (const [name, value] of Object.entries(refusal?.headers ?? {})) c.header(name, value);
  const again = await valuesOf(c).then((values) => values && formAgain(c, deps, values, issues, status));
  return again ?? printRefusal(c, deps, refusal);
}

/** A page that says why, where there is nothing to show again. */
export function printRefusal(
  c: Context,
  deps: Deps,
  refusal: AppError | undefined,
): Response | Promise<Response> {
  const title = refusal ? REFUSALS[refusal.code].title : 'Something went wrong';
  for (const [name, value] of Object.entries(refusal?.headers ?? {})) c.header(name, value);
  const status = refusal ? REFUSALS[refusal.code].status : 500;
  return print(c, deps, messagePage(title, messageOf(refusal)), status);
}

const messageOf = (refusal: AppError | undefined): string =>
  refusal?.message ?? 'Something went wrong on our side. It was logged; try again later.';

/** What was typed, unless the form cannot be read at all. */
const valuesOf = (c: Context): Promise<FormValues | undefined> => formValues(c).catch(() => undefined);

async function formAgain(
  c: Context,
  deps: Deps,
  values: FormValues,
  issues: readonly Issue[],
  code: PageStatus = 200,
): Promise<Response | undefined> {
  if (c.req.path === SUBMISSIONS_ACTION)
    return print(c, deps, formPage(values, issues, { steps: deps.steps, choices: deps.offers }), code);
  if (c.req.path === COMMENTS_ACTION) {
    const text = deps.texts.find(({ id }) => id === values.text);
    return text && print(c, deps, commentPage(text, values, issues), code);
  }
  const run = statementAddress(c);
  if (run) return statementAgain(c, deps, run, { values, issues, code });
  if (c.req.path === OWN_AMEND) {
    const id = await findOwnComment(c, deps);
    if (!id) return undefined;
    return print(c, deps, ownCommentPage(await showOwnComment(deps, id), { values, issues }), code);
  }
  const [, id, action] = ACTION_PATH.exec(c.req.path) ?? [];
  const submitter = await findSubmitter(c, deps);
  if (!submitter || submitter.submissionId !== id || !isSubmitterAction(action)) return undefined;
  const status = await showStatus(deps, submitter, id);
  return print(
    c,
    deps,
    statusPage({ status, steps: deps.steps, choices: deps.offers, returned: { action, values, issues } }),
    code,
  );
}

type Refused = { values: FormValues; issues: readonly Issue[]; code: PageStatus };

/** The status page with the statement that was refused; nothing where no statement can be given any more. */
async function statementAgain(
  c: Context,
  deps: Deps,
  { id, runId }: { id: string; runId: string },
  { code, ...typed }: Refused,
): Promise<Response | undefined> {
  const submitter = await findSubmitter(c, deps);
  if (!submitter || submitter.submissionId !== id) return undefined;
  const status = await showStatus(deps, submitter, id);
  if (!status.labRuns.some((run) => run.id === runId && run.mayState)) return undefined;
  const statement = { runId, ...typed };
  return print(c, deps, statusPage({ status, steps: deps.steps, choices: deps.offers, statement }), code);
}

const isSubmitterAction = (name: string | undefined): name is SubmitterAction =>
  name !== undefined && Object.hasOwn(submitterActions, name);
