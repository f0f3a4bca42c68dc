/** Answer a comment. Everybody reads the answer, and nothing changes it afterwards. */
import { adjudication, type DeskComment, DISPOSITION_LABELS } from '#schemas/comment.ts';
import { Radios } from '#site/forms/fields/Choices.tsx';
import { TextArea } from '#site/forms/fields/TextArea.tsx';
import { useDesk } from '../context.ts';
import { Audience } from '../forms/Audience.tsx';
import { DeskForm } from '../forms/DeskForm.tsx';

type Props = { comment: DeskComment; onChanged: () => Promise<void> };

export function Adjudicate({ comment: { id, title, sectionTitle }, onChanged }: Props) {
  const { calls, say } = useDesk();
  const done = async ({ number }: { number: number }) => {
    say(`Answered. It is published as comment ${number}, and whoever sent it is told.`);
    await onChanged();
  };
  return (
    <details>
      <summary>
        Answer it
        <span class="usa-sr-only">
          : {title}, {sectionTitle}
        </span>
      </summary>
      <DeskForm
        name={`comment/${id}`}
        scope={`comment-${id}`}
        schema={adjudication}
        button="Publish the answer"
        send={(answer) => calls.adjudicate(id, answer)}
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
