/** The form in steps, for browsers with and without scripts. The draft is the one that the cookie opens. */
import { type Context, Hono } from 'hono';
import { generalise } from '#api/actions/generalise-draft.ts';
import { partTag, saveStep } from '#api/actions/save-step.ts';
import { sendDraft } from '#api/actions/send-draft.ts';
import { showDraft } from '#api/actions/show-draft.ts';
import type { Deps } from '#api/deps.ts';
import { AppError, notFound, REFUSALS } from '#api/errors.ts';
import { draftPage, draftStepPage } from '#api/pages/draft-pages.tsx';
import { findSubmitter, renewOpening } from '#api/require-opened.ts';
import { setSecret, takeSecret } from '#api/secret-cookies.ts';
import { formAsSent } from '#api/validate.ts';
import type { Draft } from '#schemas/draft.ts';
import type { Issue } from '#schemas/problem.ts';
import { addressAfter, wrongAt } from '#site/forms/draft/going-on.ts';
import { type FormStep, findStep, withPart } from '#site/forms/draft/steps.ts';
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
    const pressed = pressedIn(await formAsSent(c), step);
    try {
      return await press(c, deps, draft.id, pressed);
    } catch (error) {
      if (!(error instanceof AppError) || !['stale', 'invalid'].includes(error.code)) throw error;
      const stored = await showDraft(deps, draft.id);
      const typed = withPart(stored.values, step, pressed.typed);
      const again = { typed, issues: error.issues, isStale: error.code === 'stale' };
      return print(c, deps, pageOf(deps, stored, step, again), REFUSALS[error.code].status);
    }
  });

type Changed = { typed?: FormValues; issues?: readonly Issue[]; isStale?: boolean };

/** `rows`: the answers with the row that a button adds or removes. `apply`: the suggestion that a button takes up. */
function pressedIn({ base, go, apply, ...sent }: FormValues, step: FormStep) {
  const rows = changeRows(sent);
  return { step, base: String(base), go: String(go), apply, rows, typed: rows ?? sent };
}

/** Save what was typed, then do what the button does. Throws what `saveStep` refuses. */
async function press(
  c: Context,
  deps: Deps,
  id: string,
  { step, base, go, apply, rows, typed }: ReturnType<typeof pressedIn>,
): Promise<Response> {
  const saved = await saveStep(deps, id, { step, base, typed });
  await renewOpening(c, deps);
  if (typeof apply === 'string') {
    await generalise(deps, saved, apply);
    return c.redirect(`${draftStepPath(step.id)}#findings`, 303);
  }
  if (rows) return print(c, deps, pageOf(deps, saved, step, { typed: withRows(saved.values, step, rows) }));
  const issues = go === 'next' ? wrongAt(saved.values, step) : [];
  if (issues.length > 0) return print(c, deps, pageOf(deps, saved, step, { issues }), 422);
  if (go === 'send') return send(c, deps, saved, step);
  return c.redirect(addressAfter(saved.values.form, step, go), 303);
}

async function findOpenDraft(c: Context, deps: Deps): Promise<Draft | undefined> {
  const submitter = await findSubmitter(c, deps);
  if (!submitter) return undefined;
  return showDraft(deps, submitter.submissionId).catch((error: unknown) => {
    if (error instanceof AppError) return undefined;
    throw error;
  });
}

const pageOf = ({ steps }: Deps, draft: Draft, step: FormStep, changed: Changed = {}) =>
  draftStepPage({ draft, step: step.id, base: partTag(draft.values, step), steps, ...changed });

/** `filledIn` would take the empty row away again that was just asked for. */
const withRows = (values: FormValues, step: FormStep, typed: FormValues): FormValues => ({
  ...values,
  content: { ...Object(values.content), ...ownFields(typed, step) },
});
const ownFields = ({ content }: FormValues, { names }: FormStep): FormValues =>
  Object.fromEntries(Object.entries(Object(content)).filter(([field]) => names.includes(`content.${field}`)));

async function send(c: Context, deps: Deps, saved: Draft, step: FormStep): Promise<Response> {
  await deps.limits.consume('submit', deps.limits.addressOf(c));
  try {
    const { nonce } = await sendDraft(deps, saved.id);
    setSecret(c, deps, 'nonce', nonce, RECEIPT_SECONDS);
    return c.redirect(PATHS.sent, 303);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'invalid') throw error;
    return print(c, deps, pageOf(deps, saved, step, { issues: error.issues }), 422);
  }
}
