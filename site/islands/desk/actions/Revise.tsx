/** Edit the text in the form that the submitter filled in. The result is a new revision, and the submitter sees it. */
import { useReducer } from 'preact/hooks';
import { isOffering, isShort } from '#schemas/submission.ts';
import { TextArea } from '#site/forms/fields/TextArea.tsx';
import { LessonSections } from '#site/forms/lesson/LessonForm.tsx';
import { OfferingSections } from '#site/forms/offering/OfferingForm.tsx';
import { ShortLesson } from '#site/record/ShortLesson.tsx';
import { useDesk } from '../context.ts';
import { Audience } from '../forms/Audience.tsx';
import { focusHeading } from '../Heading.tsx';
import { useOpened } from '../submission/context.ts';
import { SectionHeading } from '../submission/SectionHeading.tsx';
import { ActionForm, draftName } from './ActionForm.tsx';
import { expanded } from './expanded.ts';
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
  const { steps, choices, drafts } = useDesk();
  const { id, kind, content, revision } = useOpened().submission;
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
      {isShort(content) && (
        <>
          <p>
            These are the two answers that were sent. The form below begins with them: what happened under the
            situation, what they would do differently as the first lesson. The submitter reads and signs what
            you make of it.
          </p>
          <div class="desk-sheet prose">
            <ShortLesson told={content} />
          </div>
        </>
      )}
      <ActionForm
        action="revise"
        button={`Save as revision ${revision + 1}`}
        start={{ content: isShort(content) ? expanded(content) : content }}
        also={{ kind }}
      >
        {isOffering(content) ? <OfferingSections choices={choices} /> : <LessonSections steps={steps} />}
        <h2>What you changed</h2>
        <Audience reader="submitter">
          <TextArea name="note" label="What did you change, and why?" required max={2_000} />
        </Audience>
      </ActionForm>
    </>
  );
}
