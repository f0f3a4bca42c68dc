/** Who may answer a comment: editors without a conflict with whoever wrote it. Pure. */
import { inConflict, type PersonKeys } from './conflicts.ts';

type Source = { organizationKey: string; mailDomain: string | null; mailbox: string };

/** Whether a comment stays hidden from a person. Of one whose writer was forgotten nobody knows any more, and it is public. */
export const isHiddenFrom = (person: PersonKeys, source: Source | null): boolean =>
  source !== null &&
  inConflict(
    person,
    { organization: source.organizationKey, domain: source.mailDomain ?? undefined, mailbox: source.mailbox },
    false,
  );
