/** Ask the submitter for changes, numbered so that each can be answered. */
import { TextArea } from '#site/forms/fields/TextArea.tsx';
import { Audience } from '../forms/Audience.tsx';
import { OwnRows } from '../forms/OwnRows.tsx';
import { ActionForm } from './ActionForm.tsx';

export const RequestChanges = () => (
  <ActionForm action="request_changes" button="Send the requests to the submitter">
    <Audience reader="submitter">
      <OwnRows
        name="requests"
        legend="What should change?"
        hint="One thing in each request: the submitter answers them one by one."
        one="request"
      >
        {(row, title) => (
          <TextArea name={row} label={title.charAt(0).toUpperCase() + title.slice(1)} required max={2_000} />
        )}
      </OwnRows>
    </Audience>
  </ActionForm>
);
