/** Step away for a conflict of interest. It cannot be taken back, so it is asked once more. */
import { ActionForm } from './ActionForm.tsx';

export const DeclareConflict = () => (
  <ActionForm action="declare_conflict" button="Yes, take it off my desk" grave>
    <p>
      <strong>Are you sure?</strong> You will not see this submission again: not in a list, a count or a
      letter. What you recommended no longer counts. It is recorded that you stepped away, and nobody asks
      why. You cannot take it back yourself.
    </p>
    <p>If every editor is in conflict, an independent editor is asked for.</p>
  </ActionForm>
);
