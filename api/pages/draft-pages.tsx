/** A draft as pages: the whole at a glance, and one page a step. The script of the site's shell hydrates the form. */
import type { Draft } from '#schemas/draft.ts';
import { submission } from '#schemas/submission.ts';
import { longDate } from '#site/dates.ts';
import { checkForm } from '#site/forms/check.ts';
import { CheckAnswers } from '#site/forms/draft/CheckAnswers.tsx';
import { DraftForm, type DraftView } from '#site/forms/draft/DraftForm.tsx';
import { StepFindings } from '#site/forms/draft/StepFindings.tsx';
import { type FormStep, findStep, stepOfIssue, stepsOf, toSend } from '#site/forms/draft/steps.ts';
import { draftStepPath, PATHS } from '#site/paths.ts';
import type { ApiPage } from './shell.tsx';

const NAMES = { full: 'Write a lesson', short: 'Write a lesson in two minutes' } as const;

export function draftStepPage(view: DraftView): ApiPage {
  const { form } = view.draft.values;
  const steps = stepsOf(form);
  const step = findStep(form, view.step);
  const Review = view.step === 'check' ? CheckAnswers : StepFindings;
  const position = steps.findIndex(({ id }) => id === view.step) + 1;
  return {
    title: `${step?.title ?? ''} (step ${position} of ${steps.length})`,
    content: (
      <div class="page__text">
        <div id="draft" data-view={JSON.stringify(view)}>
          <DraftForm
            {...view}
            review={
              step && <Review step={step} values={view.typed ?? view.draft.values} steps={view.steps} />
            }
          />
        </div>
      </div>
    ),
  };
}

type Glance = {
  draft: Draft;
  /** The words that open it, right after it was begun and never again. */
  code?: string | undefined;
  /** What became of a clearance pack that was just uploaded. */
  said?: string | undefined;
};

export const draftPage = ({ draft, code, said }: Glance): ApiPage => ({
  title: code ? 'Your draft is open' : NAMES[draft.values.form],
  content: (
    <div class="page__text prose">
      {said && <p role="status">{said}</p>}
      {code && <YourCode code={code} form={draft.values.form} />}
      <Steps draft={draft} />
      <Clearance id={draft.id} />
      <h2>How long it is kept</h2>
      <p>
        Last saved on {longDate(draft.savedAt.slice(0, 10))}. It lapses on{' '}
        <time dateTime={draft.expiresAt.slice(0, 10)}>{longDate(draft.expiresAt.slice(0, 10))}</time> unless
        you save it again before. Nobody but you can read it until you send it and confirm your address.
      </p>
      <h2>Throw it away</h2>
      <details>
        <summary>Erase this draft</summary>
        <form method="post" action={`/api/drafts/${encodeURIComponent(draft.id)}/discard`}>
          <p>Everything that you wrote is erased at once. Nobody can bring it back, and neither can we.</p>
          <button class="usa-button usa-button--secondary" type="submit">
            Yes, erase it
          </button>
        </form>
      </details>
    </div>
  ),
});

export const lapsedDraftPage = (id: string): ApiPage => ({
  title: 'Your draft has lapsed',
  content: (
    <div class="page__text prose">
      <p>
        It was not saved for 90 days. Everything in it is still here for a while: take it up again to go on.
      </p>
      <form method="post" action={`/api/submissions/${encodeURIComponent(id)}/resume`}>
        <button class="usa-button" type="submit">
          Take it up again
        </button>
      </form>
    </div>
  ),
});

const YourCode = ({ code, form }: { code: string; form: Draft['values']['form'] }) => (
  <>
    <p>
      What you write is saved here as you go. To go on later, or on another device, you need these eight
      words. Write them down now: we keep no copy, and this page shows them once.
    </p>
    <p class="secret-code">
      <code>{code.replaceAll('-', ' ')}</code>
    </p>
    <p>
      Type them at <a href={PATHS.open}>Open my submission</a>. They can be read out over the telephone.
    </p>
    <p>
      <a class="usa-button" href={draftStepPath(stepsOf(form)[0]?.id ?? '')}>
        Begin
      </a>
    </p>
  </>
);

/** Whoever must agree inside an organization can read and comment without the code. */
const Clearance = ({ id }: { id: string }) => (
  <>
    <h2>Let others clear it first</h2>
    <p>
      <a href={`/api/drafts/${encodeURIComponent(id)}/pack.html`}>Download the clearance pack</a>: one file
      that opens without a network, for your legal and communications people. They comment in it and give you
      a file back.
    </p>
    <form
      class="usa-form"
      method="post"
      encType="multipart/form-data"
      action={`/api/drafts/${encodeURIComponent(id)}/pack`}
    >
      <label class="usa-label" for="pack">
        The file that you got back
      </label>
      <input
        class="usa-file-input"
        type="file"
        id="pack"
        name="pack"
        accept=".json,application/json"
        required
      />
      <button class="usa-button usa-button--outline" type="submit">
        Take it up
      </button>
    </form>
  </>
);

function Steps({ draft }: { draft: Draft }) {
  const { form } = draft.values;
  const checked = checkForm(submission, toSend(draft.values));
  const open = new Set(checked.ok ? [] : checked.issues.map((issue) => stepOfIssue(form, issue)?.id));
  return (
    <>
      <h2>Steps</h2>
      <ol class="task-list">
        {stepsOf(form).map((step) => (
          <li key={step.id}>
            <a href={draftStepPath(step.id)}>{step.title}</a>:{' '}
            {open.has(step.id) ? 'something is missing' : 'nothing is missing'}
            {commented(draft, step) > 0 && `, ${commented(draft, step)} commented`}
          </li>
        ))}
      </ol>
    </>
  );
}

const commented = ({ values: { notes = [] } }: Draft, { names }: FormStep) =>
  notes.filter(({ field }) => names.includes(field)).length;
