/** What a submitter can do now, each a plain form. The list comes from the workflow; the words stand here. */
import type { ComponentChildren } from 'preact';
import { type SubmitterAction, submitterActions } from '#schemas/decisions.ts';
import type { Issue } from '#schemas/problem.ts';
import type { Status } from '#schemas/status.ts';
import type { Action } from '#schemas/workflow.ts';
import { HiddenField } from '#site/forms/fields/HiddenField.tsx';
import { TextArea } from '#site/forms/fields/TextArea.tsx';
import { TextField } from '#site/forms/fields/TextField.tsx';
import type { OfferedStep } from '#site/forms/form.ts';
import type { OfferChoices } from '#site/record/offer-choices.ts';
import { ActionForm, type Returned } from './action-form.tsx';
import { type Looked, LookedOver } from './looked-over.tsx';
import { TextSections } from './text-sections.tsx';

type Props = {
  status: Status;
  steps: readonly OfferedStep[];
  choices: OfferChoices;
  returned: Returned | undefined;
  /** What they see who asked what their form changes. */
  looked: Looked | undefined;
};
type FormProps = Omit<Props, 'status'> & { id: string; status: Status };

const LONGEST_REASON = 2_000;

/** Signing and disputing stand beside the text that they are about, on the sign-off page. */
const FORMS = {
  confirm: ({ id, status, returned }) =>
    status.recording ? (
      <ActionForm id={id} action="confirm" button="Confirm that this is what I told you" returned={returned}>
        <p>
          By this you confirm that the text above is what you told us, that you may share it, and that you
          agree to its publication under CC BY 4.0 once you have signed off the exact text. Then an editor
          takes it into review.
        </p>
      </ActionForm>
    ) : (
      <ActionForm id={id} action="confirm" button="Confirm my address" returned={returned}>
        <p>By this you confirm that the letter reached you. Then an editor reads what you sent.</p>
      </ActionForm>
    ),
  resubmit: (props) => <Resubmit {...props} />,
  reopen: (props) => <Reopen {...props} />,
  correct: ({ id, returned }) => (
    <ActionForm id={id} action="correct" button="Ask for a correction" returned={returned}>
      <p>The page stays public while the correction is reviewed.</p>
      <Reason name="reason" label="What is wrong with the published text?" />
    </ActionForm>
  ),
  resume: ({ id, returned }) => (
    <ActionForm id={id} action="resume" button="Resume it" returned={returned}>
      <p>It goes on where it stopped, and the time to answer begins anew.</p>
    </ActionForm>
  ),
  withdraw: ({ id, returned }) => (
    <Confirmed summary="Withdraw this submission" open={returned?.action === 'withdraw'}>
      <ActionForm id={id} action="withdraw" button="Yes, withdraw it" returned={returned}>
        <p>The review ends, and nothing new is published. This cannot be undone; you can send it anew.</p>
      </ActionForm>
    </Confirmed>
  ),
  retire: ({ id, returned }) => (
    <Confirmed summary="Retire the page" open={returned?.action === 'retire'}>
      <ActionForm id={id} action="retire" button="Yes, retire the page" returned={returned}>
        <p>
          The text leaves the site for good, and a note with your reason stays at its address. Copies that
          others made, and the history of the published files, remain.
        </p>
        <TextField name="reason" label="Reason that readers will see" required width="xl" />
      </ActionForm>
    </Confirmed>
  ),
} as const satisfies Partial<Record<SubmitterAction, (props: FormProps) => ComponentChildren>>;

const HEADINGS = {
  confirm: 'Confirm your address',
  resubmit: 'Answer and send it again',
  reopen: 'Reopen it',
  correct: 'Correct it',
  resume: 'Resume it',
  withdraw: 'Withdraw it',
  retire: 'Retire it',
} as const satisfies Record<keyof typeof FORMS, string>;

/** Of a recorded lesson more is confirmed than an address. */
const headingOf = (action: keyof typeof FORMS, { recording }: Status) =>
  action === 'confirm' && recording ? 'Confirm what you told us' : HEADINGS[action];

const hasForm = (action: Action): action is keyof typeof FORMS =>
  action in submitterActions && Object.hasOwn(FORMS, action);

export const SubmitterActions = (props: Props) => (
  <>
    {props.status.actions.map(({ action, blockedBy }) =>
      hasForm(action) ? (
        <section key={action} aria-labelledby={`do-${action}`}>
          <h2 id={`do-${action}`}>{headingOf(action, props.status)}</h2>
          {blockedBy ? <p>{blockedBy}</p> : FORMS[action]({ ...props, id: props.status.id })}
        </section>
      ) : null,
    )}
  </>
);

function Reopen({ id, status, steps, choices, returned, looked }: FormProps) {
  return (
    <ActionForm
      id={id}
      action="reopen"
      button="Reopen it"
      returned={returned}
      values={{ content: status.content }}
    >
      <Reason name="changes" label="What has changed?" />
      <TextSections content={status.content} steps={steps} choices={choices} />
      <LookedOver
        id={id}
        action="reopen"
        before={status.content}
        looked={looked}
        named={{ steps, choices }}
      />
    </ActionForm>
  );
}

function Resubmit({ id, status, steps, choices, returned, looked }: FormProps) {
  const open = status.requests.filter(({ answer }) => answer === undefined);
  return (
    <ActionForm
      id={id}
      action="resubmit"
      button="Send it again"
      returned={returned && { ...returned, issues: returned.issues.map((one) => namingRequest(one, open)) }}
      values={{ content: status.content }}
    >
      {open.map(({ number, request }, position) => (
        <div key={number}>
          <HiddenField name={`answers[${position}].number`} value={String(number)} />
          <TextArea
            name={`answers[${position}].answer`}
            label={`Your answer to request ${number}`}
            hint={request}
            required
            max={LONGEST_REASON}
          />
        </div>
      ))}
      <TextSections content={status.content} steps={steps} choices={choices} />
      <LookedOver
        id={id}
        action="resubmit"
        before={status.content}
        looked={looked}
        named={{ steps, choices }}
      />
    </ActionForm>
  );
}

/** Requests are answered one by one, so what is said of an answer says of which. */
function namingRequest({ path, message }: Issue, open: readonly { number: number }[]): Issue {
  const [, position] = /^answers\.(\d+)\./.exec(path) ?? [];
  const request = position && open[Number(position)];
  return { path, message: request ? `Request ${request.number}: ${message}` : message };
}

const Reason = ({ name, label }: { name: string; label: string }) => (
  <TextArea name={name} label={label} required max={LONGEST_REASON} />
);

/** What cannot be undone lies one step further away, and says what it does before its button. */
const Confirmed = ({
  summary,
  open,
  children,
}: {
  summary: string;
  open: boolean;
  children: ComponentChildren;
}) => (
  <details open={open}>
    <summary>{summary}</summary>
    {children}
  </details>
);
