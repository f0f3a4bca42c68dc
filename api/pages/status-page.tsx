/** Where a submission stands, for the one who sent it: who acts next, what was asked, and what can be done now. */

import type { Status } from '#schemas/status.ts';
import { REASON_LABELS, STATE_LABELS } from '#schemas/workflow.ts';
import { longDate } from '#site/dates.ts';
import type { OfferedStep } from '#site/forms/form.ts';
import type { Returned } from './action-form.tsx';
import type { ApiPage } from './shell.tsx';
import { SignOff } from './sign-off-page.tsx';
import { SubmitterActions } from './submitter-actions.tsx';

type View = {
  status: Status;
  steps: readonly OfferedStep[];
  /** The form that was just sent and could not be taken as it is. */
  returned?: Returned | undefined;
};

export const statusPage = ({ status, steps, returned }: View): ApiPage => ({
  title: `Submission ${status.reference}`,
  content: (
    <div class="page__text">
      <div class="prose">
        <Standing status={status} />
        {status.decline && <Decline {...status.decline} />}
        <Requests requests={status.requests} />
      </div>
      {status.signOff && (
        <SignOff id={status.id} signOff={status.signOff} steps={steps} returned={returned} />
      )}
      <SubmitterActions status={status} steps={steps} returned={returned} />
      <div class="prose">
        <History status={status} />
      </div>
    </div>
  ),
});

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

const AUTHORS = { you: 'by you', desk: 'by the desk', copy: 'a copy, to begin a new round' } as const;

const History = ({ status: { revisions, letters } }: { status: Status }) => (
  <section aria-labelledby="history">
    <h2 id="history">What has happened</h2>
    <h3>Revisions of the text</h3>
    <ol>
      {revisions.map(({ number, by, on, note }) => (
        <li key={number} value={number}>
          {longDate(on)}, {AUTHORS[by]}
          {note && `: ${note}`}
        </li>
      ))}
    </ol>
    <h3>Letters to you</h3>
    <ul>
      {letters.map(({ matter, on }) => (
        <li key={`${on} ${matter}`}>
          {longDate(on)}: {matter}
        </li>
      ))}
    </ul>
  </section>
);
