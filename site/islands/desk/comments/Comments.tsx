/** Public comments on the guidance: those that wait for an answer, and the answers given. */
import type { DeskComment } from '#schemas/comment.ts';
import { useDesk } from '../context.ts';
import { Heading } from '../Heading.tsx';
import { Loading } from '../Loading.tsx';
import { useLoaded } from '../use-loaded.ts';
import { CommentEntry } from './CommentEntry.tsx';

export function Comments() {
  const { calls } = useDesk();
  const comments = useLoaded('comments', calls.comments);
  return (
    <Loading of={comments} title="The comments cannot be shown">
      {(listed) => (
        <>
          <Heading after={listed}>Comments on the guidance</Heading>
          <p>
            Each is published with its answer. A wrong answer can be corrected, and then stays readable beside
            the new one. Your own comments, and those of people you are tied to, are not listed.
          </p>
          <List
            id="waiting"
            title="Waiting for an answer"
            none="No comment waits."
            comments={listed.filter(({ adjudicated }) => !adjudicated)}
            onChanged={comments.reload}
          />
          <List
            id="answered"
            title="Answered"
            none="No comment was answered yet."
            comments={listed.filter(({ adjudicated }) => adjudicated)}
            onChanged={comments.reload}
          />
        </>
      )}
    </Loading>
  );
}

type ListProps = {
  id: string;
  title: string;
  none: string;
  comments: readonly DeskComment[];
  onChanged: () => Promise<void>;
};

const List = ({ id, title, none, comments, onChanged }: ListProps) => (
  <section aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {comments.length === 0 ? (
      <p>{none}</p>
    ) : (
      <ul class="desk-people">
        {comments.map((comment) => (
          <CommentEntry key={comment.id} comment={comment} onChanged={onChanged} />
        ))}
      </ul>
    )}
  </section>
);
