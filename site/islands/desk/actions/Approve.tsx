/** Put the exact text before the submitter, under the address that its page will have. */

import { titleOf } from '#api/review/title.ts';
import { TextArea } from '#site/forms/fields/TextArea.tsx';
import { TextField } from '#site/forms/fields/TextField.tsx';
import { recordPagePath } from '#site/paths.ts';
import { proposedSlug } from '../proposed-slug.ts';
import { useOpened } from '../submission/context.ts';
import { ActionForm } from './ActionForm.tsx';

export function Approve() {
  const { kind, content, slug, live, revision } = useOpened().submission;
  const isFixed = live !== 'none' && slug !== undefined;
  return (
    <ActionForm
      action="approve"
      button="Approve, and ask for the signature"
      start={{ slug: slug ?? proposedSlug(titleOf(content)) }}
      also={isFixed ? { slug } : {}}
    >
      <p>
        The submitter is asked to sign revision {revision} exactly as the page would read. Nothing is
        published before they do.
      </p>
      {isFixed ? (
        <>
          <p>
            The page is public and keeps its address: <code>{recordPagePath(kind, slug)}</code>
          </p>
          <TextArea
            name="changes"
            label="What this version changes"
            hint="In a sentence or two. Readers see it beside this version and the one before; name nobody in it."
            required
            max={500}
            rows={2}
          />
        </>
      ) : (
        <TextField
          name="slug"
          label="Address of the page"
          hint={`The last part of ${recordPagePath(kind, '…')}. It is public and stays; name nobody in it.`}
          required
          width="xl"
        />
      )}
    </ActionForm>
  );
}
