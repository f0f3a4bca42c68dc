/** One comment with everything that was said, and its answer or the form that gives one. */
import { COMMENT_TYPE_LABELS, type DeskComment, DISPOSITION_LABELS } from '#schemas/comment.ts';
import { longDate } from '#site/dates.ts';
import { commentedTextPath } from '#site/paths.ts';
import { Adjudicate } from './Adjudicate.tsx';

type Props = { comment: DeskComment; onChanged: () => Promise<void> };

export const CommentEntry = ({ comment, onChanged }: Props) => (
  <li>
    <h3>
      {comment.title}: {comment.sectionTitle}
    </h3>
    <p class="desk-small">
      <a href={commentedTextPath(comment.text)}>Version {comment.version}</a>.{' '}
      {COMMENT_TYPE_LABELS[comment.type]}. By {comment.shownAs ?? 'a reader'},{' '}
      {longDate(comment.at.slice(0, 10))}
    </p>
    <dl class="desk-fields">
      <Said name="Comment" text={comment.comment} />
      <Said name="Why" text={comment.rationale} />
      {comment.suggestion && <Said name="Suggested" text={comment.suggestion} />}
      {comment.adjudicated && (
        <Said name={DISPOSITION_LABELS[comment.adjudicated.disposition]} text={comment.adjudicated.reason} />
      )}
      {comment.earlier.map(({ disposition, reason }, index) => (
        <Said
          key={`${index} ${reason}`}
          name={`Corrected since: ${DISPOSITION_LABELS[disposition]}`}
          text={reason}
        />
      ))}
    </dl>
    {comment.adjudicated ? (
      <p class="desk-small">
        Number {comment.number}, answered by {comment.adjudicated.by} on{' '}
        {longDate(comment.adjudicated.at.slice(0, 10))}.{' '}
        {comment.state === 'published' ? 'It is public.' : 'It is published with the next build.'}
      </p>
    ) : (
      comment.revision > 1 && <p class="desk-small">Its writer has changed it since it was sent.</p>
    )}
    <Adjudicate comment={comment} onChanged={onChanged} />
  </li>
);

const Said = ({ name, text }: { name: string; text: string }) => (
  <div class="desk-fields__field">
    <dt>{name}</dt>
    <dd class="desk-as-written">{text}</dd>
  </div>
);
