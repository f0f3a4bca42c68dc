/** The exact text to sign, what became of what was sent, and the two answers: sign it, or say what should be different. */
import type { Status } from '#schemas/status.ts';
import { longDate } from '#site/dates.ts';
import { HiddenField } from '#site/forms/fields/HiddenField.tsx';
import { TextArea } from '#site/forms/fields/TextArea.tsx';
import type { OfferedStep } from '#site/forms/form.ts';
import { recordPagePath } from '#site/paths.ts';
import type { Named } from '#site/record/named.ts';
import type { OfferChoices } from '#site/record/offer-choices.ts';
import { PublicRecord } from '#site/record/PublicRecord.tsx';
import { RecordDifferences } from '#site/record/RecordDifferences.tsx';
import { ShortLesson } from '#site/record/ShortLesson.tsx';
import { ActionForm, type Returned } from './action-form.tsx';
import type { ApiPage } from './shell.tsx';

type View = {
  id: string;
  signOff: NonNullable<Status['signOff']>;
  steps: readonly OfferedStep[];
  choices: OfferChoices;
  returned?: Returned | undefined;
};

export const signOffPage = (view: View): ApiPage => ({
  title: 'The text to sign',
  content: (
    <div class="page__text">
      <SignOff {...view} />
    </div>
  ),
});

export const SignOff = ({ id, signOff, steps, choices, returned }: View) => (
  <section aria-labelledby="sign-off">
    <h2 id="sign-off">Read the text, then sign it</h2>
    <p>
      This is the whole text as it will stand at{' '}
      <code>{recordPagePath('product' in signOff.record ? 'offering' : 'lesson', signOff.slug)}</code>.
      Nothing else of what you sent becomes public.
    </p>
    <div class="sign-off__text">
      <PublicRecord record={signOff.record} steps={steps} choices={choices} />
    </div>
    {signOff.changes && (
      <>
        <h2>What readers are told that it changes</h2>
        <p>{signOff.changes}</p>
      </>
    )}
    <h2>What changed since you sent it</h2>
    <WhatChanged signOff={signOff} named={{ steps, choices }} />
    <Notes notes={signOff.notes} />
    <h2>Sign it</h2>
    <ActionForm id={id} action="sign" button="Sign this text" returned={returned}>
      <HiddenField name="contentHash" value={signOff.contentHash} />
      <p>
        By this you agree to its publication under CC BY 4.0. You can have the page corrected or retired
        later, but copies that others made, and the history of the published files, remain.
      </p>
    </ActionForm>
    <h2>Or say what should be different</h2>
    <ActionForm id={id} action="dispute" button="Send it back to the editors" returned={returned}>
      <TextArea name="comment" label="What should be different?" required max={2_000} />
    </ActionForm>
  </section>
);

const Notes = ({ notes }: Pick<View['signOff'], 'notes'>) =>
  notes.length === 0 ? null : (
    <>
      <h3>What the desk says of its changes</h3>
      <ol>
        {notes.map(({ revision, note, on }) => (
          <li key={revision} value={revision}>
            <span class="as-written">{note}</span> ({longDate(on)})
          </li>
        ))}
      </ol>
    </>
  );

/** The two answers of a short lesson cannot be compared word by word with the text that was made from them. */
const WhatChanged = ({ signOff: { sent, record }, named }: Pick<View, 'signOff'> & { named: Named }) =>
  'happened' in sent ? (
    <>
      <p>You told it in two answers, and a reviewer made the text above from them:</p>
      <ShortLesson told={sent} />
    </>
  ) : (
    <RecordDifferences before={sent} after={record} named={named}>
      Nothing: it stands as you sent it.
    </RecordDifferences>
  );
