/** The lesson form, hydrated: keeps a draft, checks before it sends, shows a preview, and gives the receipt. */
import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { LessonContent } from '#schemas/submission.ts';
import type { OfferedStep } from '#site/forms/form.ts';
import { LESSON_FORM_ID, LessonForm } from '#site/forms/lesson/LessonForm.tsx';
import { DraftNotice } from './DraftNotice.tsx';
import { readForm } from './read-form.ts';
import { SentNow } from './SentNow.tsx';
import { useDraft } from './use-draft.ts';
import { type Phase, useLessonForm } from './use-lesson-form.ts';

type Props = { steps: readonly OfferedStep[]; action: string };

export function LessonFormIsland({ steps, action }: Props) {
  const { values, setValues, issues, phase, summary, onSubmit, checkedContent } = useLessonForm(action);
  const draft = useDraft();
  const [enhanced, setEnhanced] = useState(false);
  useEffect(() => setEnhanced(true), []);
  useEffect(() => {
    // A draft that is still on offer is another lesson, and stays.
    if (phase.is === 'sent' && !draft.offered) draft.discard();
  }, [phase.is]);

  if (phase.is === 'sent') return <SentNow submitted={phase.submitted} submission={phase.submission} />;

  const onInput = () => {
    const form = document.getElementById(LESSON_FORM_ID);
    if (!(form instanceof HTMLFormElement)) return;
    const typed = readForm(form);
    setValues(typed);
    draft.keep(typed);
  };
  const restore = () => {
    setValues({ ...values, content: draft.offered?.content });
    draft.settle();
  };
  return (
    <>
      {enhanced && <DraftNotice draft={draft} onRestore={restore} />}
      <LessonForm
        values={values}
        issues={issues}
        steps={steps}
        action={action}
        enhanced={enhanced}
        onInput={onInput}
        onSubmit={onSubmit}
        summaryRef={summary}
      >
        {enhanced && <PreviewButton content={checkedContent} steps={steps} />}
        <SendingNote phase={phase} />
      </LessonForm>
    </>
  );
}

const SendingNote = ({ phase }: { phase: Phase }) => (
  <div role="status">
    {phase.is === 'sending' && <p>Sending …</p>}
    {phase.is === 'failed' && (
      <div class="usa-alert usa-alert--error usa-alert--slim">
        <div class="usa-alert__body">
          <p class="usa-alert__text">{phase.message}</p>
        </div>
      </div>
    )}
  </div>
);

type PreviewComponent = FunctionComponent<{ content: LessonContent; steps: readonly OfferedStep[] }>;
type PreviewProps = { content: () => LessonContent | undefined; steps: readonly OfferedStep[] };

/** The preview is fetched when it is first asked for. */
function PreviewButton({ content, steps }: PreviewProps) {
  const [shown, setShown] = useState<{ Preview: PreviewComponent; content: LessonContent }>();
  const [message, setMessage] = useState('');
  const show = async () => {
    setMessage('');
    setShown(undefined);
    const complete = content();
    if (!complete) return;
    try {
      const { Preview } = await import('./Preview.tsx');
      setShown({ Preview, content: complete });
    } catch {
      setMessage('The preview could not be loaded. Check your connection and try again.');
    }
  };
  return (
    <>
      {shown && <shown.Preview content={shown.content} steps={steps} />}
      <button class="usa-button usa-button--outline" type="button" onClick={show}>
        Preview the page
      </button>
      <p role="status">{message}</p>
    </>
  );
}
