/** What editors learn of the desk’s own work. Every figure is of what the asker may see, and says how many it rests on. */
import { z } from 'zod';
import { REASON_CODES, STATES } from './workflow.ts';

const many = z.int().nonnegative();
const days = z.number().nonnegative();

export const insight = z
  .strictObject({
    months: z
      .array(
        z.strictObject({
          month: z.string().meta({ description: 'Like 2026-11' }),
          received: many,
          published: many,
          declined: many,
        }),
      )
      .meta({ description: 'The last twelve and the one that runs, the oldest first' }),
    waits: z
      .array(z.strictObject({ state: z.enum(STATES), stays: many, median: days, ninetieth: days }))
      .meta({ description: 'Stays that ended within a year, in days: half took no longer, and nine in ten' }),
    declines: z.array(z.strictObject({ code: z.enum(REASON_CODES), declined: many })),
    agreement: z.strictObject({
      revisions: many.meta({ description: 'With a verdict of two people or more, abstentions aside' }),
      agreed: many.meta({ description: 'Of these, those on which all verdicts were the same' }),
    }),
  })
  .meta({ id: 'Insight' });
export type Insight = z.infer<typeof insight>;
