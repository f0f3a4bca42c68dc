/**
 * What the desk writes outside of a decision. Remarks among the desk and words to the submitter are two lists with two forms,
 * each in a frame that says who reads it.
 */
import type { ComponentChildren } from 'preact';
import { newRemark, WRITER_WORDS, writerOf } from '#schemas/remark.ts';
import type { Audience } from '#schemas/workflow.ts';
import { TextArea } from '#site/forms/fields/TextArea.tsx';
import { useField } from '#site/forms/form.ts';
import { instantWords } from '../ageing.ts';
import { useDesk } from '../context.ts';
import { DeskForm } from '../forms/DeskForm.tsx';
import { useOpened } from './context.ts';

export const DeskRemarks = () => (
  <>
    <Written audience="reviewers" none="Nobody has written to the desk yet." />
    <Form audience="reviewers" button="Write to the desk" done="Written. Only the desk reads it.">
      <TextArea name="text" label="Write to the desk" required max={4_000} rows={3} />
    </Form>
  </>
);

export const SubmitterRemarks = () => (
  <>
    <Written
      audience="submitter"
      none="Nothing was written to the submitter outside of requests and decisions."
    />
    <details>
      <summary>Write to the submitter</summary>
      <Form audience="submitter" button="Yes, send this to the submitter" done="Sent to the submitter.">
        <TextArea
          name="text"
          label="Write to the submitter"
          hint="It cannot be taken back. To have the text changed, ask for changes instead."
          required
          max={4_000}
        />
        <Preview />
      </Form>
    </details>
  </>
);

/** What the submitter will read, as it is typed. */
function Preview() {
  const { text } = useField('text');
  const { me } = useDesk();
  return (
    <>
      <p>
        <strong>What the submitter receives.</strong> The mail says only that there is news. Behind its link
        they read this, and not your name:
      </p>
      <blockquote class="desk-as-written">
        {WRITER_WORDS[writerOf(me.roles)]}
        {'\n\n'}
        {text.trim() || '…'}
      </blockquote>
    </>
  );
}

function Written({ audience, none }: { audience: Audience; none: string }) {
  const remarks = useOpened().submission.remarks.filter((one) => one.audience === audience);
  if (remarks.length === 0) return <p>{none}</p>;
  return (
    <>
      {remarks.map(({ id, person, mine, revision, text, at }) => (
        <article key={id} class="desk-said-by">
          <h4>{mine ? 'You' : person}</h4>
          <p class="desk-small">
            On revision {revision}. {instantWords(at)}
          </p>
          <p class="desk-as-written">{text}</p>
        </article>
      ))}
    </>
  );
}

type FormProps = {
  audience: Audience;
  button: string;
  done: string;
  children: ComponentChildren;
};

function Form({ audience, button, done, children }: FormProps) {
  const { submission, show } = useOpened();
  const { calls, say } = useDesk();
  return (
    <DeskForm
      name={`remark ${audience} ${submission.id}`}
      scope={`remark-${audience}`}
      schema={newRemark}
      also={{ audience }}
      send={(remark) => calls.writeRemark(submission.id, remark)}
      onDone={(newest) => {
        show(newest);
        say(done);
      }}
      button={button}
    >
      {children}
    </DeskForm>
  );
}
