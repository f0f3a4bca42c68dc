/** Submissions that wait and that no editor may see. */
import { and, arrayContains, inArray, isNotNull, isNull } from 'drizzle-orm';
import { WAITING_STATES } from '#api/review/service-levels.ts';
import type { Db } from './client.ts';
import { people, submissions } from './tables.ts';
import { inConflict } from './visibility.ts';

/** Their ids. Where there is no editor at all, nobody is in conflict, and there are none. */
export async function listUntended(db: Db): Promise<string[]> {
  const editors = await db
    .select({ id: people.id })
    .from(people)
    .where(and(arrayContains(people.roles, ['editor']), isNull(people.leftAt)));
  if (editors.length === 0) return [];
  const rows = await db
    .select({ id: submissions.id })
    .from(submissions)
    .where(
      and(
        isNotNull(submissions.atDeskSince),
        inArray(submissions.state, [...WAITING_STATES]),
        ...editors.map(({ id }) => inConflict(db, id)),
      ),
    );
  return rows.map(({ id }) => id);
}
