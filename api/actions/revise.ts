/** Somebody of the desk edits the text. Earlier recommendations were about another text and no longer count. */
import { findFacts } from '#api/db/facts.ts';
import type { Deps } from '#api/deps.ts';
import type { DeskInput } from '#schemas/decisions.ts';
import { act, type PersonParty } from './act.ts';
import { independentEditorNeeded } from './notices.ts';
import { checkText, storeText } from './store-text.ts';

export const revise = (
  deps: Deps,
  party: PersonParty,
  id: string,
  { content, ...input }: DeskInput<'revise'>,
) =>
  act(deps, { party, id, action: 'revise', input }, async ({ tx, row, at }) => {
    checkText(deps, row, content);
    const number = row.revision + 1;
    await storeText(tx, {
      submissionId: id,
      number,
      round: row.round,
      content,
      authorId: party.person.id,
      note: input.note,
      createdAt: at,
    });
    // Another vendor or organization may be named now, and every editor be tied to that one.
    return { set: { revision: number }, also: independentEditorNeeded(await findFacts(tx, row, at)) ?? [] };
  });
