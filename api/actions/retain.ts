/** Carries out the retention table: what is over its time goes. Safe to repeat, and to break off. */
import { removeLiftedBlocks } from '#api/db/blocks.ts';
import type { Db } from '#api/db/client.ts';
import { removeExpiredOpenings } from '#api/db/codes.ts';
import { removeCommentContacts, removeUnconfirmedComments } from '#api/db/comments.ts';
import { removeLapsedDrafts } from '#api/db/drafts.ts';
import { appendEvent } from '#api/db/events.ts';
import {
  eraseLetterBodies,
  eraseRecordContents,
  eraseTexts,
  isClosedWithText,
  listClosedWithContact,
  listClosedWithEvidence,
  listClosedWithText,
  listPublishedWithEvidence,
  listRetiredWithContact,
  removeDeskLetters,
  removeEndedSessions,
  removeRuns,
  removeUnconfirmed,
} from '#api/db/retention.ts';
import { lockSubmission } from '#api/db/submissions.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import { keptSince, RETENTION_KEYS, type RetentionKey } from '#api/review/retention.ts';
import { eraseContact } from './erase-contact.ts';
import { eraseEvidence } from './remove-evidence.ts';

type Needs = Pick<Deps, 'db' | 'evidence' | 'limits' | 'now'>;
/** Does what a row of the table says to what ended before `before`. Answers how much that was, where it can be told. */
type Keeper = (deps: Needs, before: Date) => Promise<number>;

/** Submissions that one night takes, of each row. */
const BATCH = 1_000;

const KEEPERS: Record<RetentionKey, Keeper> = {
  openings: async ({ db }, before) => removeExpiredOpenings(db, before),
  limits: async ({ limits }) => limits.removeExpired(),
  sessions: ({ db }, before) => removeEndedSessions(db, before),
  unsent: ({ db }, before) => removeLapsedDrafts(db, before),
  unconfirmed: ({ db }, before) => removeUnconfirmed(db, before),
  closed_evidence: each(listClosedWithEvidence, eraseEvidence),
  published_evidence: each(listPublishedWithEvidence, eraseEvidence),
  closed_contacts: each(listClosedWithContact, eraseForgotten),
  retired_contacts: each(listRetiredWithContact, eraseForgotten),
  closed_texts: each(listClosedWithText, eraseText),
  record_contents: ({ db }, before) => eraseRecordContents(db, before),
  letter_bodies: ({ db }, before) => eraseLetterBodies(db, before),
  desk_letters: ({ db }, before) => removeDeskLetters(db, before),
  publishings: ({ db }, before) => removeRuns(db, before),
  lifted_blocks: ({ db }, before) => removeLiftedBlocks(db, before),
  unconfirmed_comments: ({ db }, before) => removeUnconfirmedComments(db, before),
  comment_contacts: ({ db }, before) => removeCommentContacts(db, before),
};

/** Carry out every row, in the order of the table. Answers how much each took. */
export async function retain(deps: Needs): Promise<Record<RetentionKey, number>> {
  const done = {} as Record<RetentionKey, number>;
  for (const key of RETENTION_KEYS) done[key] = await KEEPERS[key](deps, keptSince(key, deps.now()));
  return done;
}

function each(
  list: (db: Db, before: Date, limit: number) => Promise<readonly string[]>,
  erase: (deps: Needs, id: string) => Promise<unknown>,
): Keeper {
  return async (deps, before) => {
    const ids = await list(deps.db, before, BATCH);
    for (const id of ids) await erase(deps, id);
    return ids.length;
  };
}

/** A submitter may have taken it up again a moment before: then somebody waits, and the contact stays. */
async function eraseForgotten(deps: Needs, id: string): Promise<void> {
  await eraseContact(deps, { kind: 'system' }, id).catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error;
  });
}

async function eraseText({ db, now }: Needs, id: string): Promise<void> {
  await db.transaction(async (tx) => {
    await lockSubmission(tx, id);
    // Asked again under the lock: it may have been reopened a moment before.
    if (!(await isClosedWithText(tx, id, keptSince('closed_texts', now())))) return;
    await eraseTexts(tx, id);
    await appendEvent(tx, id, { type: 'erase_text', actor: 'system', payload: {} }, now());
  });
}
