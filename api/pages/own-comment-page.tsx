/** One's own comment: what was said, what became of it, and the forms that change and withdraw it. */
import { COMMENT_TYPE_LABELS, DISPOSITION_LABELS, type OwnComment } from '#schemas/comment.ts';
import type { Issue } from '#schemas/problem.ts';
import { longDate } from '#site/dates.ts';
import { Words } from '#site/forms/comment/CommentForm.tsx';
import { ErrorSummary } from '#site/forms/fields/ErrorSummary.tsx';
import { FormContext } from '#site/forms/form.ts';
import type { FormValues } from '#site/forms/names.ts';
import { commentedTextPath } from '#site/paths.ts';
import type { ApiPage } from './shell.tsx';

/** The form that was just sent and could not be taken as it is. */
type Returned = { values: FormValues; issues: readonly Issue[] };

export const OWN_AMEND = '/api/comments/own/amend';

export const ownCommentPage = (comment: OwnComment, returned?: Returned): ApiPage => ({
  title: 'Your comment',
  content: (
    <div class="page__text">
      <div class="prose">
        <p>
          On <a href={commentedTextPath(comment.text)}>{comment.title}</a>, version {comment.version}:{' '}
          {comment.sectionTitle}. Sent on {longDate(comment.sentOn)}.
        </p>
        {comment.adjudicated && <Answered {...comment.adjudicated} />}
      </div>
      {comment.mayAmend ? <Amend comment={comment} returned={returned} /> : <AsSent comment={comment} />}
      <Withdraw comment={comment} />
    </div>
  ),
});

const Answered = ({ disposition, reason }: NonNullable<OwnComment['adjudicated']>) => (
  <section aria-labelledby="answer">
    <h2 id="answer">What became of it: {DISPOSITION_LABELS[disposition].toLowerCase()}</h2>
    <p class="as-written">{reason}</p>
  </section>
);

/** Once it is answered its words stand still. */
const AsSent = ({ comment: { type, comment, rationale, suggestion, shownAs } }: { comment: OwnComment }) => (
  <section class="prose" aria-labelledby="said">
    <h2 id="said">What you said</h2>
    <dl>
      <dt>Type</dt>
      <dd>{COMMENT_TYPE_LABELS[type]}</dd>
      <dt>Comment</dt>
      <dd class="as-written">{comment}</dd>
      <dt>Why</dt>
      <dd class="as-written">{rationale}</dd>
      {suggestion && (
        <>
          <dt>What it should say</dt>
          <dd class="as-written">{suggestion}</dd>
        </>
      )}
      <dt>Printed with it</dt>
      <dd>{shownAs ?? 'No name'}</dd>
    </dl>
  </section>
);

const Amend = ({ comment, returned }: { comment: OwnComment; returned: Returned | undefined }) => (
  <section aria-labelledby="amend">
    <h2 id="amend">Change it</h2>
    <FormContext.Provider
      value={{
        values: returned?.values ?? comment,
        issues: returned?.issues ?? [],
        enhanced: false,
      }}
    >
      <form class="usa-form form-long" method="post" action={OWN_AMEND} acceptCharset="utf-8">
        <ErrorSummary />
        <p>You can change it until an editor answers it. Then comment and answer are published.</p>
        <Words />
        <button class="usa-button" type="submit">
          Save the changed comment
        </button>
      </form>
    </FormContext.Provider>
  </section>
);

const Withdraw = ({ comment: { mayAmend, number } }: { comment: OwnComment }) => (
  <section aria-labelledby="withdraw">
    <h2 id="withdraw">Withdraw it</h2>
    <details>
      <summary>Withdraw the comment</summary>
      <form
        class="usa-form form-long"
        method="post"
        action="/api/comments/own/withdraw"
        acceptCharset="utf-8"
      >
        <p>
          {mayAmend
            ? 'It is deleted, and nobody answers it. This cannot be undone.'
            : `Its words, and those of the answer, leave the site with the next build. In their place stands that comment ${number} was withdrawn by its writer, and the month. Copies that others made, and the history of the published files, remain. This cannot be undone.`}
        </p>
        <button class="usa-button usa-button--secondary" type="submit">
          Yes, withdraw it
        </button>
      </form>
    </details>
  </section>
);
