/** Answer a comment, or correct a wrong answer. Everybody reads both, also the one that was corrected. */
import { adjudication, type DeskComment, DISPOSITION_LABELS } from '#schemas/comment.ts';
import { Radios } from '#site/forms/fields/Choices.tsx';
import { TextArea } from '#site/forms/fields/TextArea.tsx';
import { useDesk } from '../context.ts';
import { Audience } from '../forms/Audience.tsx';
import { DeskForm } from '../forms/DeskForm.tsx';

type Props = { comment: DeskComment; onChanged: () => Promise<void> };

export function Adjudicate({ comment, onChanged }: Props) {
  const { id, title, sectionTitle, revision, adjudicated } = comment;
  const { calls, say } = useDesk();
  const done = async ({ number }: { number: number }) => {
    say(
      `${adjudicated ? 'Corrected' : 'Answered'}. It is published as comment ${number}, and whoever sent it is told.`,
    );
    await onChanged();
  };
  return (
    <details>
      <summary>
        {adjudicated ? 'Correct the answer' : 'Answer it'}
        <span class="usa-sr-only">
          : {title}, {sectionTitle}
        </span>
      </summary>
      <DeskForm
        name={`comment/${id}`}
        scope={`comment-${id}`}
        schema={adjudication}
        button={adjudicated ? 'Publish the corrected answer' : 'Publish the answer'}
        send={(answer) =>
          adjudicated ? calls.correctAnswer(id, answer) : calls.adjudicate(id, { ...answer, revision })
        }
        onDone={done}
      >
        <Audience reader="public">
          <Radios name="disposition" legend="What becomes of it?" required labels={DISPOSITION_LABELS} />
          <TextArea name="reason" label="Why?" required max={2_000} />
        </Audience>
      </DeskForm>
    </details>
  );
}
