/** Somebody of the desk edits the text. Earlier recommendations were about another text and no longer count. */
import { addRevision } from '#api/db/submissions.ts';
import type { Deps } from '#api/deps.ts';
import { withoutWithheld } from '#api/review/to-public.ts';
import type { DeskInput } from '#schemas/decisions.ts';
import { act, type PersonParty } from './act.ts';
import { checkSteps } from './check-steps.ts';

export async function revise(
  deps: Deps,
  party: PersonParty,
  id: string,
  { content, ...input }: DeskInput<'revise'>,
) {
  checkSteps(deps, content);
  return act(deps, { party, id, action: 'revise', input }, async ({ tx, row, at }) => {
    const number = row.revision + 1;
    await addRevision(tx, {
      submissionId: id,
      number,
      round: row.round,
      content: withoutWithheld(content),
      authorId: party.person.id,
      note: input.note,
      createdAt: at,
    });
    return { set: { revision: number } };
  });
}
