/** The queue of one person: what they may see, longest waiting first. */
import type { Person } from '#api/db/people.ts';
import { countByState, listQueue } from '#api/db/submissions.ts';
import type { Deps } from '#api/deps.ts';
import { expectedBy } from '#api/review/service-levels.ts';
import type { Queue } from '#schemas/desk.ts';
import type { State } from '#schemas/workflow.ts';

const AT_MOST = 200;

export async function showQueue({ db }: Deps, person: Person, state: State | undefined): Promise<Queue> {
  const rows = await listQueue(db, person, { ...(state && { state }), limit: AT_MOST });
  return {
    items: rows.map(({ content, stateSince, ...row }) => {
      const expected = expectedBy(row.state, stateSince);
      const { organization } = content;
      return {
        ...row,
        since: stateSince.toISOString(),
        ...(expected && { expectedBy: expected.toISOString().slice(0, 10) }),
        title: content.title,
        outcome: content.outcome,
        sector: organization.sector,
        ...('sizeBand' in organization && { sizeBand: organization.sizeBand }),
      };
    }),
    counts: await countByState(db, person),
  };
}
