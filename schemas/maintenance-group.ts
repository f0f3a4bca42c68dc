/** Maintenance groups with a plan each, and the measures by which a plan is judged. */
import { z } from 'zod';
import { id, reference, refuseTwins, text } from './editorial.ts';
import { target } from './process.ts';
import { MAINTENANCE_SCENARIOS } from './vocabulary.ts';

/** What a group does in one of the four scenarios of SP 800-40r4. */
export const scenarioPlan = z
  .strictObject({
    scenario: z.enum(MAINTENANCE_SCENARIOS),
    process: id.meta({ description: 'The reference process that is followed' }),
    does: text,
    order: z.array(text).min(1).meta({ description: 'Rings or measures, in the order in which they come' }),
    target,
    way: text.meta({ description: 'The way back, or the way in which it ends' }),
  })
  .meta({ id: 'ScenarioPlan' });

export const maintenanceGroup = z
  .strictObject({
    id,
    name: text,
    example: text.meta({ description: 'The example group of SP 800-40r4 section 3.4 that it starts from' }),
    attributes: z.strictObject({
      software: text,
      outageTolerance: text,
      mitigations: text,
      impact: text,
    }),
    canaries: text.meta({ description: 'Who goes first, and why they stand for the rest' }),
    plan: z.array(scenarioPlan).length(MAINTENANCE_SCENARIOS.length),
    exceptions: text.meta({ description: 'What an exception in this group must say' }),
    watch: z.array(text).min(1).meta({ description: 'What goes wrong in groups like this' }),
  })
  .superRefine(({ plan }, context) => refuseTwins(context, plan, 'plans', (row) => row.scenario))
  .meta({ id: 'MaintenanceGroup' });
export type MaintenanceGroup = z.infer<typeof maintenanceGroup>;

export const maintenanceGroups = z
  .strictObject({
    basis: text.meta({ description: 'What follows the publication, and what is our own' }),
    source: reference,
    groups: z.array(maintenanceGroup).min(1),
    reviewedOn: z.iso.date(),
  })
  .superRefine(({ groups }, context) => refuseTwins(context, groups, 'groups', (row) => row.id))
  .meta({ id: 'MaintenanceGroups' });

/** Rows and columns of the importance matrix of SP 800-40r4 section 3.6. */
export const VULNERABILITY_IMPORTANCE = ['low', 'medium', 'high', 'critical'] as const;
export const ASSET_IMPORTANCE = ['low', 'moderate', 'high'] as const;
/** The three measures that each cell of the matrix holds. */
export const CELL_MEASURES = ['patched_by_deadline', 'mean_time', 'median_time'] as const;

const CELLS = VULNERABILITY_IMPORTANCE.length * ASSET_IMPORTANCE.length;

export const measures = z
  .strictObject({
    basis: text,
    source: reference,
    vulnerability: z.array(z.strictObject({ is: z.enum(VULNERABILITY_IMPORTANCE), means: text })).length(4),
    asset: z.array(z.strictObject({ is: z.enum(ASSET_IMPORTANCE), means: text })).length(3),
    measures: z
      .array(z.strictObject({ id: z.enum(CELL_MEASURES), name: text, how: text, tells: text, hides: text }))
      .length(CELL_MEASURES.length),
    clock: text.meta({ description: 'The event from which the deadlines of the cells count' }),
    cells: z
      .array(
        z.strictObject({
          vulnerability: z.enum(VULNERABILITY_IMPORTANCE),
          asset: z.enum(ASSET_IMPORTANCE),
          deadline: z
            .string()
            .regex(/^P(\d+D|T\d+H)$/)
            .meta({ description: 'ISO 8601. A proposal of Patch Commons, in calendar days or hours' }),
          ask: text.meta({ description: 'What to ask when the figures of this cell are bad' }),
        }),
      )
      .length(CELLS)
      .meta({ description: 'Every cell holds all three measures' }),
    rules: z.array(text).min(1),
    example: z
      .strictObject({ note: text, days: z.array(z.number()).min(3), mean: z.number(), median: z.number() })
      .meta({ description: 'Made-up numbers that show the arithmetic' }),
    reviewedOn: z.iso.date(),
  })
  .superRefine(({ cells }, context) =>
    refuseTwins(context, cells, 'cells', (row) => `${row.vulnerability} and ${row.asset}`),
  )
  .meta({ id: 'Measures' });
export type Measures = z.infer<typeof measures>;
