/** Edit the text in the form that the submitter filled in. The result is a new revision, and the submitter sees it. */
import { useReducer } from 'preact/hooks';
import { TextArea } from '#site/forms/fields/TextArea.tsx';
import { LessonSections } from '#site/forms/lesson/LessonForm.tsx';
import { useDesk } from '../context.ts';
import { Audience } from '../forms/Audience.tsx';
import { focusHeading } from '../Heading.tsx';
import { useOpened } from '../submission/context.ts';
import { SectionHeading } from '../submission/SectionHeading.tsx';
import { ActionForm, draftName } from './ActionForm.tsx';
import { KeptText } from './KeptText.tsx';
import { NewerText } from './NewerText.tsx';

export function ReviseSection() {
  const { submission } = useOpened();
  const offer = submission.actions.find(({ action }) => action === 'revise');
  return (
    <>
      <SectionHeading>Edit the text</SectionHeading>
      {!offer && <p>The text cannot be edited now. The table above says who acts next.</p>}
      {offer?.blockedBy && <p>{offer.blockedBy}</p>}
      {offer && !offer.blockedBy ? <Revise /> : <KeptText offered={[]} />}
    </>
  );
}

function Revise() {
  const { steps, drafts } = useDesk();
  const { id, content, revision } = useOpened().submission;
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const name = draftName(id, 'revise');
  const startAgain = () => {
    drafts.delete(name);
    draw(undefined);
    focusHeading();
  };
  return (
    <>
      <p>
        Saving makes revision {revision + 1}. Recommendations on revision {revision} then no longer count, and
        your own will not count on what you wrote.
      </p>
      <NewerText began={drafts.get(name)?.began ?? revision} onStartAgain={startAgain} />
      <ActionForm action="revise" button={`Save as revision ${revision + 1}`} start={{ content }}>
        <LessonSections steps={steps} />
        <h2>What you changed</h2>
        <Audience reader="submitter">
          <TextArea name="note" label="What did you change, and why?" required max={2_000} />
        </Audience>
      </ActionForm>
    </>
  );
}
