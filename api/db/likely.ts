/** What a submission may be a duplicate of: submissions that the asker may see, and pages that everybody may. */
import { and, desc, eq, isNotNull, isNull, ne, notInArray } from 'drizzle-orm';
import type { Published } from '#schemas/published.ts';
import type { Content } from '#schemas/submission.ts';
import type { SubmissionKind } from '#schemas/vocabulary.ts';
import type { Db } from './client.ts';
import { revisions, submissions, versions } from './tables.ts';
import { type Viewer, visibleTo } from './visibility.ts';

type Asked = { id: string; kind: SubmissionKind };

/** The newest texts of other submissions of the same kind that `viewer` may see, the youngest submission first. */
export async function listVisibleTexts(
  db: Db,
  viewer: Viewer,
  { id, kind }: Asked,
  limit: number,
): Promise<{ id: string; reference: string; content: Content }[]> {
  return db
    .select({ id: submissions.id, reference: submissions.reference, content: revisions.content })
    .from(submissions)
    .innerJoin(
      revisions,
      and(eq(revisions.submissionId, submissions.id), eq(revisions.number, submissions.revision)),
    )
    .where(and(visibleTo(db, viewer), eq(submissions.kind, kind), ne(submissions.id, id)))
    .orderBy(desc(submissions.createdAt), desc(submissions.id))
    .limit(limit);
}

/** The public texts of other submissions of the same kind, whoever may see those submissions; the newest first. */
export async function listPublicTexts(
  db: Db,
  { kind }: Asked,
  exceptIds: readonly string[],
  limit: number,
): Promise<Published[]> {
  const rows = await db
    .select({ published: versions.published })
    .from(versions)
    .innerJoin(
      submissions,
      and(eq(submissions.id, versions.submissionId), eq(submissions.liveVersion, versions.version)),
    )
    .where(
      and(
        eq(submissions.kind, kind),
        isNotNull(versions.publishedAt),
        isNull(versions.retiredAt),
        notInArray(submissions.id, [...exceptIds]),
      ),
    )
    .orderBy(desc(versions.publishedAt))
    .limit(limit);
  return rows.map(({ published }) => published);
}
