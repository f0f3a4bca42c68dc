/** The queue of one person: what they may see, longest waiting first. */
import type { Person } from '#api/db/people.ts';
import { countByState, listQueue } from '#api/db/submissions.ts';
import type { Deps } from '#api/deps.ts';
import { expectedBy } from '#api/review/service-levels.ts';
import { titleOf } from '#api/review/title.ts';
import type { Queue, QueueItem } from '#schemas/desk.ts';
import { type Content, isOffering, isShort } from '#schemas/submission.ts';
import type { State } from '#schemas/workflow.ts';

const AT_MOST = 200;

export async function showQueue({ db }: Deps, person: Person, state: State | undefined): Promise<Queue> {
  const rows = await listQueue(db, person, { ...(state && { state }), limit: AT_MOST });
  return {
    items: rows.map(({ content, stateSince, ...row }) => {
      const expected = expectedBy(row.state, stateSince);
      return {
        ...row,
        since: stateSince.toISOString(),
        ...(expected && { expectedBy: expected.toISOString().slice(0, 10) }),
        ...atAGlance(content),
      };
    }),
    counts: await countByState(db, person),
  };
}

/** What the queue says of a text. */
function atAGlance(
  content: Content,
): Omit<QueueItem, keyof Awaited<ReturnType<typeof listQueue>>[number] | 'since'> {
  const title = titleOf(content);
  if (isShort(content)) return { title, form: 'short', ...(content.sector && { sector: content.sector }) };
  if (isOffering(content)) return { title, form: 'full', vendor: content.vendor };
  const { organization, outcome } = content;
  const { sector } = organization;
  return {
    title,
    form: 'full',
    outcome,
    sector,
    ...('sizeBand' in organization && { sizeBand: organization.sizeBand }),
  };
}
