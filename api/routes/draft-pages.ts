/** The form in steps, for browsers with and without scripts. The draft is the one that the cookie opens. */
import { type Context, Hono } from 'hono';
import { show } from '#api/actions/drafts.ts';
import { generalise } from '#api/actions/generalise-draft.ts';
import { partTag, saveStep } from '#api/actions/save-step.ts';
import { sendDraft } from '#api/actions/send-draft.ts';
import type { Deps } from '#api/deps.ts';
import { AppError, notFound, REFUSALS } from '#api/errors.ts';
import { draftPage, draftStepPage } from '#api/pages/draft-pages.tsx';
import { findSubmitter, renewOpening } from '#api/require-opened.ts';
import { setSecret, takeSecret } from '#api/secret-cookies.ts';
import { formAsSent } from '#api/validate.ts';
import type { Draft } from '#schemas/draft.ts';
import type { Issue } from '#schemas/problem.ts';
import { submission } from '#schemas/submission.ts';
import { checkForm } from '#site/forms/check.ts';
import {
  type FormStep,
  findStep,
  nextStep,
  stepBefore,
  toSend,
  typedWrong,
  withPart,
} from '#site/forms/draft/steps.ts';
import type { FormValues } from '#site/forms/names.ts';
import { changeRows } from '#site/forms/rows.ts';
import { draftStepPath, PATHS } from '#site/paths.ts';
import { print } from './print.ts';
import { RECEIPT_SECONDS } from './submissions.ts';

export const draftPageRoutes = (deps: Deps) =>
  new Hono()
    .get(PATHS.draft, async (c) => {
      const draft = await findOpenDraft(c, deps);
      if (!draft) return c.redirect(PATHS.status, 303);
      return print(
        c,
        deps,
        draftPage({ draft, code: takeSecret(c, deps, 'code'), said: SAID[c.req.query('pack') ?? ''] }),
      );
    })
    .get(`${PATHS.draft}:step/`, async (c) => {
      const draft = await findOpenDraft(c, deps);
      if (!draft) return c.redirect(PATHS.status, 303);
      const step = findStep(draft.values.form, c.req.param('step'));
      if (!step) throw notFound();
      return print(c, deps, pageOf(deps, draft, step));
    });

const SAID: Record<string, string> = {
  all: 'The pack was taken up: its text and its comments stand at the steps.',
  comments:
    'The comments were taken up. The text of the pack was not: the draft was changed after the pack was downloaded.',
};

/** What the buttons of a step do when scripts are off. */
export const draftStepRoutes = (deps: Deps) =>
  new Hono().post('/:id/steps/:step', async (c) => {
    const draft = await findOpenDraft(c, deps);
    const step = draft && findStep(draft.values.form, c.req.param('step'));
    if (!draft || !step || draft.id !== c.req.param('id')) throw notFound();
    const { base, go, apply, ...typed } = await formAsSent(c);
    const answer = (changed: Changed = {}, status: Status = 200) =>
      print(c, deps, pageOf(deps, changed.stored ?? draft, step, changed), status);

    const changedRows = changeRows(typed);
    const wanted = changedRows ?? typed;
    try {
      const saved = await saveStep(deps, draft.id, { step, base: String(base), typed: wanted });
      await renewOpening(c, deps);
      if (typeof apply === 'string') {
        await generalise(deps, saved, apply);
        return c.redirect(`${draftStepPath(step.id)}#findings`, 303);
      }
      if (changedRows) return answer({ stored: saved, typed: withRows(saved.values, step, changedRows) });
      const issues = go === 'next' ? wrongIn(saved.values, step) : [];
      if (issues.length > 0) return answer({ stored: saved, issues }, 422);
      if (go === 'send') return await send(c, deps, saved, answer);
      return c.redirect(afterwards(saved, step, String(go)), 303);
    } catch (error) {
      if (!(error instanceof AppError) || !['stale', 'invalid'].includes(error.code)) throw error;
      const stored = await show(deps, draft.id);
      const values = withPart(stored.values, step, wanted);
      const isStale = error.code === 'stale';
      return answer({ stored, typed: values, issues: error.issues, isStale }, REFUSALS[error.code].status);
    }
  });

type Status = (typeof REFUSALS)[keyof typeof REFUSALS]['status'] | 200;
type Changed = { stored?: Draft; typed?: FormValues; issues?: readonly Issue[]; isStale?: boolean };

async function findOpenDraft(c: Context, deps: Deps): Promise<Draft | undefined> {
  const submitter = await findSubmitter(c, deps);
  if (!submitter) return undefined;
  return show(deps, submitter.submissionId).catch((error: unknown) => {
    if (error instanceof AppError) return undefined;
    throw error;
  });
}

const pageOf = ({ steps }: Deps, draft: Draft, step: FormStep, { stored: _, ...changed }: Changed = {}) =>
  draftStepPage({ draft, step: step.id, base: partTag(draft.values, step), steps, ...changed });

/** `filledIn` would take the empty row away again that was just asked for. */
const withRows = (values: FormValues, step: FormStep, typed: FormValues): FormValues => ({
  ...values,
  content: { ...Object(values.content), ...ownFields(typed, step) },
});
const ownFields = ({ content }: FormValues, { names }: FormStep): FormValues =>
  Object.fromEntries(Object.entries(Object(content)).filter(([field]) => names.includes(`content.${field}`)));

function wrongIn(values: Draft['values'], step: FormStep): Issue[] {
  const checked = checkForm(submission, toSend(values));
  return checked.ok ? [] : typedWrong(checked.issues, values, step);
}

function afterwards({ values: { form } }: Draft, step: FormStep, go: string): string {
  if (go === 'next') return draftStepPath(nextStep(form, step).id);
  if (go === 'back') return draftStepPath(stepBefore(form, step).id);
  return PATHS.draft;
}

async function send(
  c: Context,
  deps: Deps,
  saved: Draft,
  answer: (changed: Changed, status: Status) => Response | Promise<Response>,
) {
  await deps.limits.consume('submit', deps.limits.addressOf(c));
  try {
    const { nonce } = await sendDraft(deps, saved.id);
    setSecret(c, deps, 'nonce', nonce, RECEIPT_SECONDS);
    return c.redirect(PATHS.sent, 303);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'invalid') throw error;
    return answer({ stored: saved, issues: error.issues }, 422);
  }
}
