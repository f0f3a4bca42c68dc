/** The queue of one person: a page of what they may see, longest waiting first, and numbers of all of it. */
import { findNext, listLoads } from '#api/db/next.ts';
import type { Person } from '#api/db/people.ts';
import { countByState, listQueue } from '#api/db/queue.ts';
import type { Deps } from '#api/deps.ts';
import { expectedBy } from '#api/review/service-levels.ts';
import { titleOf } from '#api/review/title.ts';
import {
  cursor,
  type Load,
  type NextItem,
  PAGE_SIZE,
  type Queue,
  type QueueFilter,
  type QueueItem,
} from '#schemas/queue.ts';
import { type Content, isOffering, isShort } from '#schemas/submission.ts';
import { onlyEditors } from './only-editors.ts';

type Needs = Pick<Deps, 'db' | 'now'>;
type Row = Awaited<ReturnType<typeof listQueue>>[number];

export async function showQueue({ db, now }: Needs, person: Person, filter: QueueFilter): Promise<Queue> {
  const rows = await listQueue(db, person, filter, now(), PAGE_SIZE + 1);
  const shown = rows.slice(0, PAGE_SIZE);
  const last = rows.length > PAGE_SIZE ? shown.at(-1) : undefined;
  return {
    items: shown.map(asItem),
    ...(last && { next: cursor.encode({ since: last.stateSince, id: last.id }) }),
    counts: await countByState(db, person),
  };
}

/** What one person could look at next, other than the submission `besides`. */
export async function showNext(
  { db }: Pick<Deps, 'db'>,
  person: Person,
  besides: string | undefined,
): Promise<NextItem> {
  const row = await findNext(db, person, besides);
  if (!row) return {};
  return { next: { id: row.id, reference: row.reference, title: titleOf(row.content) } };
}

/** How much is assigned to each, for editors. */
export async function showLoads({ db }: Pick<Deps, 'db'>, person: Person): Promise<Load[]> {
  onlyEditors(person, 'see the load of others');
  return listLoads(db, person);
}

/** What the queue says of a submission. */
export function asItem({ content, stateSince, ...row }: Row): QueueItem {
  const expected = expectedBy(row.state, stateSince);
  return {
    ...row,
    since: stateSince.toISOString(),
    ...(expected && { expectedBy: expected.toISOString().slice(0, 10) }),
    ...atAGlance(content),
  };
}

/** What the queue says of a text. */
function atAGlance(content: Content): Omit<QueueItem, keyof Row | 'since'> {
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
