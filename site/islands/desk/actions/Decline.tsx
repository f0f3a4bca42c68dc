/** Decline, with a reason and a way to repair it. */
import { REASON_LABELS } from '#schemas/workflow.ts';
import { Radios } from '#site/forms/fields/Choices.tsx';
import { TextArea } from '#site/forms/fields/TextArea.tsx';
import { Audience } from '../forms/Audience.tsx';
import { ActionForm } from './ActionForm.tsx';

export const Decline = () => (
  <ActionForm action="decline" button="Decline, and tell the submitter" grave>
    <Audience reader="submitter">
      <Radios name="code" legend="Reason" required labels={REASON_LABELS} />
      <TextArea
        name="message"
        label="Explain it"
        hint="Say what in this text led to it, and thank them for what was good."
        required
        max={2_000}
      />
      <TextArea
        name="repair"
        label="What would make it publishable?"
        hint="They can reopen it at any time and say what has changed."
        required
        max={2_000}
      />
    </Audience>
  </ActionForm>
);
