/** The submitter presses the button behind the mailed link: the address is theirs, and the desk may read. */
import { findContact, showToDesk } from '#api/db/submissions.ts';
import type { Deps } from '#api/deps.ts';
import { act, type Party } from './act.ts';
import { tellEditors } from './notices.ts';
import { refuseBlocked } from './refuse-blocked.ts';

export const confirm = (deps: Deps, party: Party, id: string) =>
  act(deps, { party, id, action: 'confirm' }, async ({ tx, row, facts, at }) => {
    const contact = await findContact(tx, id);
    if (contact) await refuseBlocked(tx, contact.email);
    await showToDesk(tx, id, at);
    return { also: tellEditors(facts, row.reference) };
  });
