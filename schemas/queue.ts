/** The queue of the desk: what can be asked of it, and what it answers. */
import { z } from 'zod';
import { OUTCOMES, SECTORS, SIZE_BANDS, SUBMISSION_KINDS } from './vocabulary.ts';
import { LIVES, STATES } from './workflow.ts';

/** Items of one page. */
export const PAGE_SIZE = 50;
/** From here on nothing is counted: a number this high stands for itself and all above it. */
export const COUNTED_TO = 100;

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const CURSOR = new RegExp(`^([0-9a-z]{1,9})\\.(${UUID})$`);
const place = z.strictObject({ since: z.date(), id: z.string() });

/** Where a page ended. It names its last item, so a page stays the same whatever moves before it. */
export const cursor = z.codec(z.string().regex(CURSOR, 'Begin again at the first page'), place, {
  decode: (text) => {
    const [, since = '', id = ''] = CURSOR.exec(text) ?? [];
    return { since: new Date(Number.parseInt(since, 36)), id };
  },
  encode: ({ since, id }) => `${since.getTime().toString(36)}.${id}`,
});

/** Of the queue, and of what is exported: all that is asked must hold. */
export const queueFilter = z.strictObject({
  state: z
    .enum(['waiting', ...STATES], { error: 'Choose a state of the workflow, or “waiting”' })
    .optional()
    .meta({ description: '“waiting”: every state in which somebody is waited for' }),
  kind: z.enum(SUBMISSION_KINDS, { error: 'Choose “lesson” or “offering”' }).optional(),
  assigned: z
    .enum(['me', 'nobody'], { error: 'Choose “me” or “nobody”' })
    .optional()
    .meta({ description: '“nobody”: of what waits' }),
  overdue: z
    .literal('yes', { error: 'Leave this out, or say “yes”' })
    .optional()
    .meta({ description: 'Those that were expected by a day that is over' }),
  search: z
    .string()
    .normalize('NFC')
    .trim()
    .max(200, 'Use 200 characters or fewer')
    .optional()
    .meta({ description: 'A reference, or words of the title or the vendor, the last as it begins' }),
  after: cursor.optional().meta({ description: '`next` of the page before' }),
});
export type QueueFilter = z.output<typeof queueFilter>;

/** What is said of a submission wherever the desk names it. */
export const summary = {
  id: z.uuid(),
  reference: z.string(),
  kind: z.enum(SUBMISSION_KINDS),
  state: z.enum(STATES),
  since: z.iso.datetime(),
  expectedBy: z.iso.date().optional(),
  revision: z.int().positive(),
  live: z.enum(LIVES),
};

export const queueItem = z
  .strictObject({
    ...summary,
    title: z.string(),
    form: z.enum(['full', 'short']).meta({ description: 'Short: two answers, to be expanded' }),
    outcome: z.enum(OUTCOMES).optional().meta({ description: 'Of a full lesson' }),
    sector: z.enum(SECTORS).optional(),
    vendor: z.string().optional().meta({ description: 'Of an offering' }),
    sizeBand: z.enum(SIZE_BANDS).optional(),
    assigned: z.int().nonnegative(),
  })
  .meta({ id: 'QueueItem' });
export type QueueItem = z.infer<typeof queueItem>;

export const queue = z
  .strictObject({
    items: z.array(queueItem),
    next: z.string().optional().meta({ description: 'For `after`; absent on the last page' }),
    counts: z.partialRecord(z.enum(STATES), z.int().max(COUNTED_TO)).meta({
      description: `Of everything that the asker may see, whatever is filtered; ${COUNTED_TO} stands for as many or more`,
    }),
  })
  .meta({ id: 'Queue' });
export type Queue = z.infer<typeof queue>;

/** What to look at after one thing is done. */
export const nextItem = z
  .strictObject({
    next: z.strictObject({ id: z.uuid(), reference: z.string(), title: z.string() }).optional(),
  })
  .meta({ id: 'NextItem' });
export type NextItem = z.infer<typeof nextItem>;

export const load = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    assigned: z.int().nonnegative().meta({ description: 'In review, of what the asker may see' }),
    unread: z
      .int()
      .nonnegative()
      .meta({ description: 'Of these, without a recommendation by them on the newest revision' }),
  })
  .meta({ id: 'Load' });
export type Load = z.infer<typeof load>;
