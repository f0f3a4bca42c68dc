/** Drafts: what is being typed and was not sent yet. Opened by the code of its submission alone; nobody at the desk sees one. */
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { DraftValues } from '#schemas/draft.ts';
import type { SubmissionKind } from '#schemas/vocabulary.ts';
import type { Db } from './client.ts';
import { drafts, submissions } from './tables.ts';

export type DraftRow = {
  submissionId: string;
  reference: string;
  version: number;
  values: DraftValues;
  savedAt: Date;
};

type Beginning = { id: string; reference: string; kind: SubmissionKind; values: DraftValues; at: Date };

export async function beginDraft(tx: Db, { id, reference, kind, values, at }: Beginning): Promise<void> {
  const begun = { id, reference, kind, state: 'draft' as const, stateSince: at, createdAt: at };
  await tx.insert(submissions).values(begun);
  await tx.insert(drafts).values({ submissionId: id, version: 1, values, savedAt: at });
}

/** The draft of a submission, unless it was sent or has lapsed. */
export async function findDraft(db: Db, id: string): Promise<DraftRow | undefined> {
  const [row] = await db
    .select({
      submissionId: drafts.submissionId,
      reference: submissions.reference,
      version: drafts.version,
      values: drafts.values,
      savedAt: drafts.savedAt,
    })
    .from(drafts)
    .innerJoin(submissions, eq(submissions.id, drafts.submissionId))
    .where(and(eq(drafts.submissionId, id), eq(submissions.state, 'draft')));
  return row;
}

/** Whether a submission lapsed before it was sent: then it can be taken up again where it stopped. */
export async function isLapsedDraft(db: Db, id: string): Promise<boolean> {
  const rows = await db
    .select({ id: submissions.id })
    .from(submissions)
    .innerJoin(drafts, eq(drafts.submissionId, submissions.id))
    .where(and(eq(submissions.id, id), eq(submissions.state, 'lapsed')));
  return rows.length === 1;
}

type Save = { id: string; version: number; values: DraftValues; at: Date };

/**
 * Replace version `version` by the next. Says whether it won: somebody may have saved, sent or discarded it meanwhile.
 * Saving ends the silence after which a draft lapses, so the state counts from here.
 */
export async function saveDraft(tx: Db, { id, version, values, at }: Save): Promise<boolean> {
  const saved = await tx
    .update(drafts)
    .set({ values, version: version + 1, savedAt: at })
    .where(
      and(
        eq(drafts.submissionId, id),
        eq(drafts.version, version),
        inArray(
          drafts.submissionId,
          tx.select({ id: submissions.id }).from(submissions).where(eq(submissions.state, 'draft')),
        ),
      ),
    )
    .returning({ version: drafts.version });
  if (saved.length === 0) return false;
  await tx.update(submissions).set({ stateSince: at }).where(eq(submissions.id, id));
  return true;
}

/** What was sent is kept as a revision; the draft, with what its writer kept out, goes. */
export async function removeDraft(tx: Db, id: string): Promise<void> {
  await tx.delete(drafts).where(eq(drafts.submissionId, id));
}

/** Erase a submission that was never sent, with its draft and its codes. Says whether there was one. */
export async function discardDraft(db: Db, id: string): Promise<boolean> {
  const gone = await db
    .delete(submissions)
    .where(and(eq(submissions.id, id), isNull(submissions.receipt)))
    .returning({ id: submissions.id });
  return gone.length === 1;
}

/** Erase what lapsed unsent before `before`. Answers how many. */
export async function removeLapsedDrafts(db: Db, before: Date): Promise<number> {
  const gone = await db
    .delete(submissions)
    .where(
      and(
        isNull(submissions.receipt),
        inArray(submissions.state, ['lapsed', 'withdrawn']),
        sql`${submissions.stateSince} < ${before.toISOString()}`,
      ),
    )
    .returning({ id: submissions.id });
  return gone.length;
}
