/** The submitter comes back after a decline and says what has changed. */
import { findFacts } from '#api/db/facts.ts';
import type { Deps } from '#api/deps.ts';
import type { SubmitterInput } from '#schemas/decisions.ts';
import { act, type Party } from './act.ts';
import { tellEditors } from './notices.ts';
import { startRound } from './start-round.ts';
import { checkText } from './store-text.ts';

export const reopen = (
  deps: Deps,
  party: Party,
  id: string,
  { changes, content }: SubmitterInput<'reopen'>,
) =>
  act(deps, { party, id, action: 'reopen', input: { changes } }, async (situation) => {
    if (content) checkText(deps, situation.row, content);
    const { tx, row, at } = situation;
    const set = await startRound(situation, changes, content);
    // Asked again: people tied to the vendor that is named now must not hear of it.
    return { set, also: tellEditors(await findFacts(tx, row, at), row.reference) };
  });
