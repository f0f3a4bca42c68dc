/** A new text of a submission: of the same kind as the one before, naming only what exists, without what is kept out. */

import type { Db } from '#api/db/client.ts';
import { addRevision, noteVendor, type SubmissionRow } from '#api/db/submissions.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import { namedKey } from '#api/review/conflicts.ts';
import { withoutWithheld } from '#api/review/to-public.ts';
import { type Content, isOffering } from '#schemas/submission.ts';
import { checkNamed } from './check-named.ts';

/** Refuse with `invalid` a lesson in place of an offering, and what names something that does not exist. */
export function checkText(
  deps: Pick<Deps, 'steps' | 'offers'>,
  { kind }: SubmissionRow,
  content: Content,
): void {
  if (isOffering(content) !== (kind === 'offering'))
    throw new AppError('invalid', 'Some answers need attention.', {
      issues: [
        {
          path: 'kind',
          message: `This submission is ${kind === 'offering' ? 'an offering' : 'a lesson'}: send it as one.`,
        },
      ],
    });
  checkNamed(deps, content);
}

type Text = Omit<Parameters<typeof addRevision>[1], 'content'> & { content: Content };

/** Store a revision. People who are tied to the vendor or organization that it names are in conflict from now on. */
export async function storeText(tx: Db, { content, ...revision }: Text): Promise<void> {
  await addRevision(tx, { ...revision, content: withoutWithheld(content) });
  await noteVendor(tx, revision.submissionId, namedKey(content));
}
