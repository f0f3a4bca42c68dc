/**
 * Rules on time, each with the event that starts its clock, and the programme of 30 and 90 days.
 * A row without a confirmed clock gives no date: nothing here may be used to compute one from it.
 */
import { z } from 'zod';
import { measure } from './case-study.ts';
import { id, reference, refuseTwins, text } from './editorial.ts';
import { partialDate, slug, stepId } from './text.ts';

/** An ISO 8601 duration of one unit. `P1M` is a month and not 30 days, `PT48H` is 48 hours and not two days. */
const duration = z.string().regex(/^P(\d+[DWMY]|T\d+H)$/, 'Expected an ISO 8601 duration of one unit');

/** `deadline`: by when. `cadence`: how often. `phase`: in which order. `outcome`: what to do, without a time. */
export const RULE_KINDS = ['deadline', 'cadence', 'phase', 'outcome'] as const;
export const VERIFICATIONS = ['primary', 'secondary', 'partly_unverified'] as const;

export const regimeStatus = z
  .discriminatedUnion('is', [
    z.strictObject({ is: z.literal('current') }),
    z.strictObject({ is: z.literal('revoked'), by: text, on: z.iso.date() }),
    z
      .strictObject({ is: z.literal('older_version'), note: text })
      .meta({ description: 'The version that was read; a later one may govern' }),
    z.strictObject({ is: z.literal('recommendation'), on: z.iso.date() }),
  ])
  .meta({ id: 'RegimeStatus' });

export const regime = z
  .strictObject({
    id,
    regime: text,
    issuer: text,
    binds: text,
    status: regimeStatus,
    effective: partialDate().optional(),
    assetClass: text,
    condition: text,
    kind: z.enum(RULE_KINDS),
    duration: duration.optional().meta({ description: 'Absent where the rule gives none, or more than one' }),
    durationNote: text
      .optional()
      .meta({ description: 'What stands in place of a duration, or belongs to it' }),
    clock: z.strictObject({
      startsAt: text.meta({ description: 'The event that starts the clock, or that it is unconfirmed' }),
      confirmed: z.boolean(),
    }),
    verification: z.enum(VERIFICATIONS),
    verificationNote: text
      .optional()
      .meta({ description: 'Who reported it, or what could not be confirmed' }),
    source: reference,
  })
  .refine(
    ({ duration, durationNote }) => duration !== undefined || durationNote !== undefined,
    'A rule gives a duration or says what stands in its place',
  )
  .refine(
    ({ verification, verificationNote }) => verification === 'primary' || verificationNote !== undefined,
    'A rule that was not read in its primary text says who reported it',
  )
  .meta({ id: 'Regime' });
export type Regime = z.infer<typeof regime>;

export const regimes = z
  .array(regime)
  .min(1)
  .superRefine((rows, context) => refuseTwins(context, rows, 'rules', (row) => row.id));

/** The programme of 30 days, 90 days and beyond as a plan. The phases are reported; the tasks are our own. */
export const programme = z
  .strictObject({
    title: text,
    standing: text.meta({ description: 'Who proposed the phases, who reported it, whose the tasks are' }),
    source: z.array(reference).min(1),
    phases: z
      .array(
        z.strictObject({
          id,
          name: text,
          reported: text.meta({ description: 'What the phase asks for, as reported' }),
          tasks: z
            .array(
              z.strictObject({
                id,
                task: text,
                doneWhen: text,
                steps: z.array(stepId).default([]),
              }),
            )
            .min(1),
        }),
      )
      .min(1),
  })
  .superRefine(({ phases }, context) =>
    refuseTwins(
      context,
      phases.flatMap((phase) => phase.tasks),
      'tasks',
      (row) => row.id,
    ),
  )
  .meta({ id: 'Programme' });
export type Programme = z.infer<typeof programme>;

/** What people believed of their speed, beside what was counted. Different populations: never one chart. */
export const beliefAndRecord = z
  .strictObject({
    note: text,
    belief: z.strictObject({
      says: text,
      measures: z.array(measure).min(1),
      sources: z.array(reference).min(1),
    }),
    record: z
      .array(
        z.strictObject({
          says: text,
          measures: z.array(measure).min(1),
          cases: z.array(slug).default([]),
        }),
      )
      .min(1),
  })
  .meta({ id: 'BeliefAndRecord' });

const yesNo = z.enum(['no', 'yes']);

/** A row of `ssvc/bod-26-04.csv`. Outcomes are the table's words; no due date follows from them. */
export const bod2604Row = z.strictObject({
  inKev: yesNo,
  publiclyExposed: yesNo,
  automatable: yesNo,
  technicalImpact: z.enum(['partial', 'total']),
  outcome: z.enum([
    'fix on system upgrade',
    '60 days',
    '14 days',
    '3 days',
    '3 days & forensic investigation',
  ]),
});
export type Bod2604Row = z.infer<typeof bod2604Row>;

/** A row of `ssvc/deployer.csv`. SSVC sets no days. */
export const deployerRow = z.strictObject({
  exploitation: z.enum(['none', 'public poc', 'active']),
  systemExposure: z.enum(['small', 'controlled', 'open']),
  automatable: yesNo,
  humanImpact: z.enum(['low', 'medium', 'high', 'very high']),
  outcome: z.enum(['defer', 'scheduled', 'out-of-cycle', 'immediate']),
});
export type DeployerRow = z.infer<typeof deployerRow>;

/** A row of `ssvc/cisa-coordinator.csv`. */
export const cisaRow = z.strictObject({
  exploitation: z.enum(['none', 'public poc', 'active']),
  automatable: yesNo,
  technicalImpact: z.enum(['partial', 'total']),
  missionAndWellBeing: z.enum(['low', 'medium', 'high']),
  outcome: z.enum(['track', 'track*', 'attend', 'act']),
});
export type CisaRow = z.infer<typeof cisaRow>;

/** The order of the columns in each table after `row`, as keys of the rows above. */
export const TABLE_COLUMNS = {
  'bod-26-04': ['inKev', 'publiclyExposed', 'automatable', 'technicalImpact', 'outcome'],
  deployer: ['exploitation', 'systemExposure', 'automatable', 'humanImpact', 'outcome'],
  'cisa-coordinator': ['exploitation', 'automatable', 'technicalImpact', 'missionAndWellBeing', 'outcome'],
} as const;
