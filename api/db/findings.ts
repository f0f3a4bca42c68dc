/** What the re-identification check finds in the newest revision, and what was decided about it. */
import { and, eq, inArray, or } from 'drizzle-orm';
import { checkIdentity } from '#api/review/identity-check/check.ts';
import { findingHash } from '#api/review/identity-check/finding-hash.ts';
import type { IdentityFinding } from '#schemas/identity-finding.ts';
import { type Content, isOffering } from '#schemas/submission.ts';
import type { Db } from './client.ts';
import { contacts, keptWords, people, revisions } from './tables.ts';

export type Finding = IdentityFinding & { kept: { reason: string; by: string } | undefined };

/** One revision of a submission. */
type RevisionName = { id: string; revision: number };

/** A text with whoever it may give away. */
export type CheckedText = { id: string; content: Content } & {
  [Of in 'name' | 'email' | 'organization']: string | null;
};

/** The texts of these revisions, by submission; absent where there is no such revision. */
export async function listTexts(
  db: Db,
  names: readonly RevisionName[],
): Promise<ReadonlyMap<string, CheckedText>> {
  if (names.length === 0) return new Map();
  const rows = await db
    .select({
      id: revisions.submissionId,
      content: revisions.content,
      name: contacts.name,
      email: contacts.email,
      organization: contacts.organization,
    })
    .from(revisions)
    .leftJoin(contacts, eq(contacts.submissionId, revisions.submissionId))
    .where(
      or(
        ...names.map(({ id, revision }) =>
          and(eq(revisions.submissionId, id), eq(revisions.number, revision)),
        ),
      ),
    );
  return new Map(rows.map((row) => [row.id, row]));
}

export async function listFindings(db: Db, id: string, revision: number): Promise<Finding[]> {
  const texts = await listTexts(db, [{ id, revision }]);
  return (await findingsIn(db, [...texts.values()])).get(id) ?? [];
}

/** What the check finds in each text, by submission. */
export async function findingsIn(
  db: Db,
  texts: readonly CheckedText[],
): Promise<ReadonlyMap<string, Finding[]>> {
  const found = texts.map((text) => ({ id: text.id, findings: check(text) }));
  const some = found.filter(({ findings }) => findings.length > 0).map(({ id }) => id);
  const kept = await listKept(db, some);
  return new Map(
    found.map(({ id, findings }) => [
      id,
      findings.map((finding) => ({ ...finding, kept: kept.get(nameOf(id, findingHash(finding))) })),
    ]),
  );
}

/** An offering names its vendor by nature, so only lessons are checked. */
function check({ content, name, email, organization }: CheckedText): IdentityFinding[] {
  if (isOffering(content)) return [];
  return checkIdentity(content, {
    ...(name !== null && { name }),
    ...(email !== null && { email }),
    ...(organization !== null && { organization }),
  });
}

const nameOf = (id: string, hash: string) => `${id} ${hash}`;

async function listKept(db: Db, submissionIds: readonly string[]) {
  if (submissionIds.length === 0) return new Map<string, Finding['kept']>();
  const rows = await db
    .select({ id: keptWords.submissionId, hash: keptWords.hash, reason: keptWords.reason, by: people.name })
    .from(keptWords)
    .innerJoin(people, eq(people.id, keptWords.personId))
    .where(inArray(keptWords.submissionId, [...submissionIds]));
  return new Map<string, Finding['kept']>(
    rows.map(({ id, hash, reason, by }) => [nameOf(id, hash), { reason, by }]),
  );
}

type Keep = typeof keptWords.$inferInsert;

/** The last reason counts. */
export async function keepWords(tx: Db, row: Keep): Promise<void> {
  const { reason, personId, at } = row;
  await tx
    .insert(keptWords)
    .values(row)
    .onConflictDoUpdate({ target: [keptWords.submissionId, keptWords.hash], set: { reason, personId, at } });
}
