/** Submissions whose source nobody can name: who was asked to review them, and has not said yet that nothing ties them. */
import { and, asc, eq, exists, inArray, not, type SQL, sql } from 'drizzle-orm';
import type { State } from '#schemas/workflow.ts';
import type { Db } from './client.ts';
import { assignments, attestations, contacts, revisions, submissions } from './tables.ts';
import { inConflict, isAssignedTo, sourceIsKnown, type Viewer } from './visibility.ts';

/** While these last, an assignee has something to judge. */
const OPEN: readonly State[] = ['in_review', 'changes_requested', 'in_lab', 'sign_off'];

const isOfUnknownSource = (db: Db): SQL =>
  exists(
    db
      .select({ one: sql`1` })
      .from(contacts)
      .where(and(eq(contacts.submissionId, submissions.id), not(sourceIsKnown))),
  );

const hasAttested = (db: Db, personId: string): SQL =>
  exists(
    db
      .select({ one: sql`1` })
      .from(attestations)
      .where(and(eq(attestations.submissionId, submissions.id), eq(attestations.personId, personId))),
  );

/** What waits for the word of `viewer`. */
const isAwaited = (db: Db, viewer: Viewer) =>
  and(
    viewer.roles.some((role) => role === 'editor' || role === 'reviewer')
      ? isAssignedTo(db, viewer.id)
      : sql`false`,
    inArray(submissions.state, [...OPEN]),
    isOfUnknownSource(db),
    not(hasAttested(db, viewer.id)),
    sql`not ${inConflict(db, viewer.id)}`,
  );

/** The longest waiting first. `content` is not for the eyes of `viewer`: no more of it is shown than its outline. */
export async function listAwaited(db: Db, viewer: Viewer, limit = 200) {
  return db
    .select({
      id: submissions.id,
      reference: submissions.reference,
      kind: submissions.kind,
      revision: submissions.revision,
      since: assignments.assignedAt,
      content: revisions.content,
    })
    .from(submissions)
    .innerJoin(
      revisions,
      and(eq(revisions.submissionId, submissions.id), eq(revisions.number, submissions.revision)),
    )
    .innerJoin(
      assignments,
      and(eq(assignments.submissionId, submissions.id), eq(assignments.personId, viewer.id)),
    )
    .where(isAwaited(db, viewer))
    .orderBy(asc(assignments.assignedAt))
    .limit(limit);
}

/** The row of a submission that waits for the word of `viewer`; undefined for any other. */
export async function findAwaited(db: Db, viewer: Viewer, id: string) {
  const [row] = await db
    .select()
    .from(submissions)
    .where(and(eq(submissions.id, id), isAwaited(db, viewer)));
  return row;
}

export async function addAttestation(
  tx: Db,
  submissionId: string,
  personId: string,
  at: Date,
): Promise<void> {
  await tx.insert(attestations).values({ submissionId, personId, at }).onConflictDoNothing();
}

/** Who said that nothing ties them, by submission; absent where the source is known and nobody is asked. */
export async function listAttested(
  db: Db,
  submissionIds: readonly string[],
): Promise<ReadonlyMap<string, string[]>> {
  const rows = await db
    .select({ id: submissions.id, person: attestations.personId })
    .from(submissions)
    .leftJoin(attestations, eq(attestations.submissionId, submissions.id))
    .where(and(inArray(submissions.id, [...submissionIds]), isOfUnknownSource(db)));
  const ofEach = Map.groupBy(rows, ({ id }) => id);
  return new Map([...ofEach].map(([id, some]) => [id, some.flatMap(({ person }) => person ?? [])]));
}
