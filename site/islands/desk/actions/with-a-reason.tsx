/** Actions that need nothing but a text: why, or what to do. */
import { STATEMENT_DAYS } from '#schemas/lab-run.ts';
import { TextArea } from '#site/forms/fields/TextArea.tsx';
import { TextField } from '#site/forms/fields/TextField.tsx';
import { Audience } from '../forms/Audience.tsx';
import { ActionForm } from './ActionForm.tsx';

export const Return = () => (
  <ActionForm action="return" button="Take it back into review">
    <p>A signature that was given becomes void, and the text goes through the review again.</p>
    <Audience reader="submitter">
      <TextArea name="reason" label="Why?" required max={2_000} />
    </Audience>
  </ActionForm>
);

export const Correct = () => (
  <ActionForm action="correct" button="Open the correction">
    <p>A new round begins on a copy of the text. The page stays up until the correction is signed.</p>
    <Audience reader="submitter">
      <TextArea name="reason" label="What is wrong with the published text?" required max={2_000} />
    </Audience>
  </ActionForm>
);

export const Retire = () => (
  <ActionForm action="retire" button="Retire the page" grave>
    <p>
      The page is taken down for good. A note with the reason stays at its address, and copies may remain.
    </p>
    <Audience reader="public">
      <TextField name="reason" label="Reason" hint="Up to 300 characters" required width="xl" />
    </Audience>
  </ActionForm>
);

export const FinishLab = () => (
  <ActionForm action="finish_lab" button="Send the results">
    <p>
      The results can be changed no more. The vendor has {STATEMENT_DAYS} days for a statement on each; then
      they are published, once the offering is public.
    </p>
    <Audience reader="submitter">
      <TextArea name="note" label="A word to the vendor" required max={2_000} />
    </Audience>
  </ActionForm>
);
