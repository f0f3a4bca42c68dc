/** What the re-identification check finds in the newest revision, and what was decided about it. */
import { and, eq } from 'drizzle-orm';
import { checkIdentity } from '#api/review/identity-check/check.ts';
import { findingHash } from '#api/review/identity-check/finding-hash.ts';
import type { IdentityFinding } from '#schemas/identity-finding.ts';
import { isOffering } from '#schemas/submission.ts';
import type { Db } from './client.ts';
import { contacts, keptWords, people, revisions } from './tables.ts';

export type Finding = IdentityFinding & { kept: { reason: string; by: string } | undefined };

/** An offering names its vendor by nature, so only lessons are checked. */
export async function listFindings(db: Db, submissionId: string, revision: number): Promise<Finding[]> {
  const [row] = await db
    .select({
      content: revisions.content,
      name: contacts.name,
      email: contacts.email,
      organization: contacts.organization,
    })
    .from(revisions)
    .leftJoin(contacts, eq(contacts.submissionId, revisions.submissionId))
    .where(and(eq(revisions.submissionId, submissionId), eq(revisions.number, revision)));
  if (!row || isOffering(row.content)) return [];
  const { content, name, email, organization } = row;
  const known = {
    ...(name !== null && { name }),
    ...(email !== null && { email }),
    ...(organization !== null && { organization }),
  };
  const found = checkIdentity(content, known);
  if (found.length === 0) return [];
  const kept = await listKept(db, submissionId);
  return found.map((finding) => ({ ...finding, kept: kept.get(findingHash(finding)) }));
}

async function listKept(db: Db, submissionId: string) {
  const rows = await db
    .select({ hash: keptWords.hash, reason: keptWords.reason, by: people.name })
    .from(keptWords)
    .innerJoin(people, eq(people.id, keptWords.personId))
    .where(eq(keptWords.submissionId, submissionId));
  return new Map(rows.map(({ hash, reason, by }) => [hash, { reason, by }]));
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
