/** Where a submission stands, for the one who sent it: who acts next, what was asked, and what can be done now. */

import type { ComponentChildren } from 'preact';
import { evidenceRefusal } from '#api/review/evidence.ts';
import type { Issue } from '#schemas/problem.ts';
import { WRITER_WORDS } from '#schemas/remark.ts';
import type { Status } from '#schemas/status.ts';
import { REASON_LABELS, STATE_LABELS } from '#schemas/workflow.ts';
import { longDate } from '#site/dates.ts';
import { EvidenceSection } from '#site/forms/evidence/EvidenceSection.tsx';
import { SUMMARY_ID } from '#site/forms/fields/ErrorSummary.tsx';
import type { OfferedStep } from '#site/forms/form.ts';
import type { OfferChoices } from '#site/record/offer-choices.ts';
import type { Returned } from './action-form.tsx';
import { ContactSection } from './contact-section.tsx';
import { History } from './history-section.tsx';
import { LabSection, type ReturnedStatement } from './lab-section.tsx';
import { lookedOver } from './looked-over.tsx';
import { FROM, Recorded } from './recorded-section.tsx';
import type { ApiPage } from './shell.tsx';
import { SignOff } from './sign-off-page.tsx';
import { SubmitterActions } from './submitter-actions.tsx';

type View = {
  status: Status;
  steps: readonly OfferedStep[];
  choices: OfferChoices;
  /** The form that was just sent and could not be taken as it is. */
  returned?: Returned | undefined;
  /** The statement on a run of the lab that was just sent and could not be taken as it is. */
  statement?: ReturnedStatement | undefined;
  /** Why files that were just sent were not taken. */
  evidenceIssues?: readonly Issue[];
};

export function statusPage({ returned: sent, statement, evidenceIssues = [], ...view }: View): ApiPage {
  const { status, steps, choices } = view;
  const looked = sent && lookedOver(sent, status.content);
  const returned = sent && { ...sent, issues: looked?.issues ?? sent.issues };
  const issues = [...(returned?.issues ?? []), ...(statement?.issues ?? []), ...evidenceIssues];
  return {
    title: `Submission ${status.reference}`,
    content: (
      <div class="page__text">
        {issues.length > 0 && <NotTaken />}
        <div class="prose">
          <Standing status={status} />
          {status.decline && <Decline {...status.decline} />}
          <Remarks remarks={status.remarks} />
          <Requests requests={status.requests} />
        </div>
        {status.recording && status.state === 'unconfirmed' && (
          <Recorded recording={status.recording} content={status.content} steps={steps} />
        )}
        {status.signOff && (
          <SignOff
            id={status.id}
            signOff={status.signOff}
            steps={steps}
            choices={choices}
            returned={returned}
          />
        )}
        <div class="prose">
          <LabSection id={status.id} labRuns={status.labRuns} returned={statement} />
        </div>
        <WithEvidence status={status} issues={evidenceIssues}>
          <SubmitterActions {...view} returned={returned} looked={looked} />
        </WithEvidence>
        <div class="prose">
          <History status={status} named={{ steps, choices }} />
          <ContactSection id={status.id} contact={status.contact} />
        </div>
      </div>
    ),
  };
}

/** The form that needs attention stands far below: the page begins with the way to it. */
const NotTaken = () => (
  <div class="usa-alert usa-alert--error usa-alert--slim">
    <div class="usa-alert__body">
      <p class="usa-alert__text">
        Something needs your attention before this can be taken. <a href={`#${SUMMARY_ID}`}>Go to it</a>
      </p>
    </div>
  </div>
);

type WithEvidenceProps = { status: Status; issues: readonly Issue[]; children: ComponentChildren };

/**
 * What can be done, after the files while some can be added: they belong there before the text is sent again. Shown from
 * the beginning, so that one knows what can be added later; at the end only where files are kept.
 */
function WithEvidence({ status: { id, state, evidence }, issues, children }: WithEvidenceProps) {
  const closed = evidenceRefusal(state)?.message;
  if (closed && state !== 'unconfirmed' && evidence.length === 0 && issues.length === 0) return children;
  const section = <EvidenceSection id={id} files={evidence} closed={closed} issues={issues} />;
  return (
    <>
      {!closed && section}
      {children}
      {closed && section}
    </>
  );
}

const NEXT_LABELS = {
  you: 'You',
  editor: 'An editor',
  reviewers: 'The reviewers',
  lab: 'The lab',
  system: 'Nobody: it happens by itself',
  nobody: 'Nobody',
} as const satisfies Record<Status['next'], string>;

const LIVE_LABELS = {
  none: 'Nothing of it is public',
  live: 'It is public',
  retired: 'It was public and is retired',
} as const satisfies Record<Status['live'], string>;

const Standing = ({ status }: { status: Status }) => (
  <dl>
    {status.recording && (
      <>
        <dt>How it came</dt>
        <dd>
          Written down by an editor {FROM[status.recording.way]} of {longDate(status.recording.receivedOn)}
        </dd>
      </>
    )}
    <dt>State</dt>
    <dd>
      {STATE_LABELS[status.state]}, since {longDate(status.since.slice(0, 10))}
    </dd>
    <dt>What happens next</dt>
    <dd>{status.happens}</dd>
    <dt>Who acts next</dt>
    <dd>{NEXT_LABELS[status.next]}</dd>
    {status.expectedBy && (
      <>
        <dt>Expected by</dt>
        <dd>
          <time dateTime={status.expectedBy}>{longDate(status.expectedBy)}</time>
          {status.measured && <Measured {...status.measured} />}
        </dd>
      </>
    )}
    <dt>Public page</dt>
    <dd>
      {LIVE_LABELS[status.live]}
      {status.address && (
        <>
          {': '}
          <a href={status.address}>{status.address}</a>
        </>
      )}
    </dd>
  </dl>
);

const Measured = ({ most, of }: NonNullable<Status['measured']>) => (
  <>
    : by then half of {of} others were through; nine in ten by <time dateTime={most}>{longDate(most)}</time>
  </>
);

const Decline = ({ code, message, repair }: NonNullable<Status['decline']>) => (
  <section aria-labelledby="decline">
    <h2 id="decline">Why it was declined</h2>
    <p>
      <strong>{REASON_LABELS[code]}.</strong>
    </p>
    <p class="as-written">{message}</p>
    <h3>What would make it publishable</h3>
    <p class="as-written">{repair}</p>
  </section>
);

const Requests = ({ requests }: Pick<Status, 'requests'>) =>
  requests.length === 0 ? null : (
    <section aria-labelledby="requests">
      <h2 id="requests">What we asked</h2>
      <dl>
        {requests.map(({ number, request, answer }) => (
          <>
            <dt>Request {number}</dt>
            <dd>
              <p class="as-written">{request}</p>
              <p class="as-written">{answer ? `You answered: ${answer}` : 'Not answered yet'}</p>
            </dd>
          </>
        ))}
      </dl>
    </section>
  );

const Remarks = ({ remarks }: Pick<Status, 'remarks'>) =>
  remarks.length === 0 ? null : (
    <section aria-labelledby="remarks">
      <h2 id="remarks">What we wrote to you</h2>
      {remarks.map(({ by, text, on }) => (
        <div key={`${on} ${text}`}>
          <p>
            {longDate(on)}. {WRITER_WORDS[by]}
          </p>
          <blockquote class="as-written">{text}</blockquote>
        </div>
      ))}
    </section>
  );
