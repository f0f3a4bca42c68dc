/** The pages that the API prints, for browsers with and without scripts. Each is behind a code, so none is kept by a cache. */
import type { Context } from 'hono';
import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { showStatus } from '#api/actions/show-status.ts';
import type { Deps } from '#api/deps.ts';
import { type AppError, REFUSALS } from '#api/errors.ts';
import { formPage } from '#api/pages/form-page.tsx';
import { messagePage } from '#api/pages/message-page.tsx';
import { sentPage } from '#api/pages/sent-page.tsx';
import { type ApiPage, renderInShell } from '#api/pages/shell.tsx';
import { statusPage } from '#api/pages/status-page.tsx';
import { findSubmitter, takeSecret } from '#api/require-opened.ts';
import { changedRows, formValues } from '#api/validate.ts';
import { type SubmitterAction, submitterActions } from '#schemas/decisions.ts';
import type { Issue } from '#schemas/problem.ts';
import type { FormValues } from '#site/forms/names.ts';
import { PATHS } from '#site/paths.ts';

const SUBMISSIONS = '/api/submissions';
const ACTION_PATH = /^\/api\/submissions\/([^/]+)\/([a-z_]+)$/;

const print = (c: Context, { site }: Pick<Deps, 'site'>, page: ApiPage, status: 200 | AppErrorStatus = 200) =>
  c.html(renderInShell(site.shell(), page), status, { 'Cache-Control': 'no-store' });
type AppErrorStatus = (typeof REFUSALS)[keyof typeof REFUSALS]['status'] | 500;

export const pageRoutes = (deps: Deps) =>
  new Hono()
    .get(PATHS.status, async (c) => {
      const submitter = await findSubmitter(c, deps);
      if (!submitter) return c.redirect(PATHS.open, 303);
      const status = await showStatus(deps, submitter, submitter.submissionId);
      return print(c, deps, statusPage({ status, steps: deps.steps }));
    })
    .get(PATHS.sent, async (c) => {
      const submitter = await findSubmitter(c, deps);
      const nonce = takeSecret(c, deps, 'nonce');
      if (!submitter || !nonce) return c.redirect(PATHS.status, 303);
      const { receipt } = await showStatus(deps, submitter, submitter.submissionId);
      return print(c, deps, sentPage({ receipt, nonce }));
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

/** A button that adds or removes a row sends the form too: answer it again, with its values kept. */
export const redrawRows = (deps: Deps) =>
  createMiddleware(async (c, next) => {
    const values = c.req.method === 'POST' ? await changedRows(c) : undefined;
    if (!values) return next();
    return (await formAgain(c, deps, values, [])) ?? next();
  });

/** A form that was refused comes back as it was typed, with what needs attention; anything else gets a page that says why. */
export async function answerForm(c: Context, deps: Deps, refusal: AppError | undefined): Promise<Response> {
  const status = refusal ? REFUSALS[refusal.code].status : 500;
  const message = refusal?.message ?? 'Something went wrong on our side. It was logged; try again later.';
  const issues = refusal?.issues.length ? refusal.issues : [{ path: '', message }];
  for (const [name, value] of Object.entries(refusal?.headers ?? {})) c.header(name, value);
  const again = await valuesOf(c).then((values) => values && formAgain(c, deps, values, issues, status));
  const title = refusal ? REFUSALS[refusal.code].title : 'Something went wrong';
  return again ?? print(c, deps, messagePage(title, message), status);
}

/** What was typed, unless the form cannot be read at all. */
const valuesOf = (c: Context): Promise<FormValues | undefined> => formValues(c).catch(() => undefined);

async function formAgain(
  c: Context,
  deps: Deps,
  values: FormValues,
  issues: readonly Issue[],
  code: 200 | AppErrorStatus = 200,
): Promise<Response | undefined> {
  if (c.req.path === SUBMISSIONS) return print(c, deps, formPage(values, issues, deps.steps), code);
  const [, id, action] = ACTION_PATH.exec(c.req.path) ?? [];
  const submitter = await findSubmitter(c, deps);
  if (!submitter || submitter.submissionId !== id || !isSubmitterAction(action)) return undefined;
  const status = await showStatus(deps, submitter, id);
  return print(
    c,
    deps,
    statusPage({ status, steps: deps.steps, returned: { action, values, issues } }),
    code,
  );
}

const isSubmitterAction = (name: string | undefined): name is SubmitterAction =>
  name !== undefined && Object.hasOwn(submitterActions, name);
