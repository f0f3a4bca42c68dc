/** Measured times, as they are published: months of closed submissions, and no figure that rests on few. */
import { z } from 'zod';
import { REASON_CODES, STATES } from './workflow.ts';

/** A figure rests on so many submissions, or it is not told: neither in public nor on a status page. */
export const FIGURES_FROM = 50;

const submissions = z.int().min(FIGURES_FROM).meta({ description: 'How many it rests on' });
const days = z.number().nonnegative();

/** How long submissions stayed in a state, in days. */
export const wait = z
  .strictObject({
    state: z.enum(STATES),
    submissions,
    median: days,
    ninetieth: days.meta({ description: 'Nine in ten took no longer' }),
  })
  .meta({ id: 'Wait' });
export type Wait = z.infer<typeof wait>;

export const measuredMonth = z
  .strictObject({
    month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'Expected a month, like 2026-11'),
    submissions: submissions.meta({ description: 'Confirmed submissions that were closed in this month' }),
    waits: z.array(wait),
    declines: z.array(z.strictObject({ code: z.enum(REASON_CODES), submissions })),
  })
  .meta({ id: 'MeasuredMonth' });
export type MeasuredMonth = z.infer<typeof measuredMonth>;

export const measuredService = z
  .strictObject({
    schemaVersion: z.literal(1),
    measuredOn: z.iso.date(),
    months: z.array(measuredMonth).meta({ description: 'The newest first' }),
  })
  .meta({ id: 'MeasuredService' });
export type MeasuredService = z.infer<typeof measuredService>;
