/** Who adds and removes files of a submission, and how each of them finds it. */

import { listAssignees } from '#api/db/assignments.ts';
import type { Db } from '#api/db/client.ts';
import type { Person } from '#api/db/people.ts';
import { findSubmission, findVisible, type SubmissionRow } from '#api/db/submissions.ts';
import { AppError } from '#api/errors.ts';
import type { EVIDENCE_ADDERS } from '#schemas/evidence.ts';
import type { Party, SubmitterParty } from './act.ts';

export type Keeper = {
  party: Party;
  /** Whose files they are: only those can be removed by this keeper. */
  keeps: (typeof EVIDENCE_ADDERS)[number];
  /** Whether files come with the lesson itself, before anybody has confirmed it. */
  records: boolean;
  /** The submission, where this keeper may know of it. Refuses with `forbidden` what they may see and not change. */
  find: (db: Db, submissionId: string) => Promise<SubmissionRow | undefined>;
};

export const submitterKeeps = (party: SubmitterParty): Keeper => ({
  party,
  keeps: 'submitter',
  records: false,
  find: async (db, id) => (party.submissionId === id ? findSubmission(db, id) : undefined),
});

/** Somebody of the desk: editors, reviewers of what they are assigned to, and the lab of what it tries. */
export const deskKeeps = (person: Person): Keeper => ({
  party: { kind: 'person', person },
  keeps: 'desk',
  records: false,
  find: async (db, id) => {
    const row = await findVisible(db, person, id);
    if (row && !(await isAtWork(db, person, row)))
      throw new AppError(
        'forbidden',
        'Only editors, the lab and those who are assigned add and remove files.',
      );
    return row;
  },
});

async function isAtWork(db: Db, { id, roles }: Person, row: SubmissionRow): Promise<boolean> {
  if (roles.includes('editor') || (roles.includes('lab') && row.state === 'in_lab')) return true;
  return (await listAssignees(db, row.id)).some((one) => one.id === id);
}

/** An editor who has just recorded a lesson: its files are its source's, who can remove them. */
export const recorderKeeps = (person: Person): Keeper => ({
  party: { kind: 'person', person },
  keeps: 'submitter',
  records: true,
  find: findSubmission,
});
