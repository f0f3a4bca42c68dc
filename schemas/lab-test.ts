/** A lab procedure: how one capability is tried in one scenario, so that two labs get the same verdict. */
import { z } from 'zod';
import { reference, text, versionNumber } from './editorial.ts';
import { stepId } from './text.ts';
import { CAPABILITIES, SCENARIOS } from './vocabulary.ts';

/** What a run of a procedure finds. Not the verdict of a reviewer. */
export const LAB_VERDICTS = ['verified', 'partly', 'failed', 'not_tested'] as const;
export type LabVerdict = (typeof LAB_VERDICTS)[number];
export const LAB_VERDICT_LABELS = {
  verified: 'Verified',
  partly: 'Partly verified',
  failed: 'Failed',
  not_tested: 'Not tested',
} as const satisfies Record<LabVerdict, string>;

export const labStep = z
  .strictObject({
    do: text,
    expect: text.meta({ description: 'What is seen if the claim holds' }),
    decisive: z
      .boolean()
      .default(false)
      .meta({ description: 'Without this result the claim cannot be verified, not even in part' }),
  })
  .meta({ id: 'LabStep' });

/** The file's name is the id of the procedure: `scenario-capability` in hyphens. */
export const labTest = z
  .strictObject({
    title: text,
    scenario: z.enum(SCENARIOS),
    capability: z.enum(CAPABILITIES),
    purpose: text.meta({ description: 'The claim that is tried' }),
    serves: z
      .array(stepId)
      .min(1)
      .meta({ description: 'Steps of the reference processes that rely on the claim' }),
    preconditions: z.array(text).min(1),
    steps: z.array(labStep).min(3),
    record: z.array(text).min(1).meta({ description: 'What to write down, whatever the verdict' }),
    verdicts: z
      .strictObject({ verified: text, partly: text, failed: text, not_tested: text })
      .meta({ description: 'When each verdict is given' }),
    safety: text.optional().meta({ description: 'What must not happen to people, plant or other networks' }),
    sources: z.array(reference).default([]),
    version: versionNumber,
    reviewedOn: z.iso.date(),
  })
  .refine(({ steps }) => steps.some(({ decisive }) => decisive), 'At least one step is decisive')
  .meta({ id: 'LabTest' });
export type LabTest = z.infer<typeof labTest>;
/** `id`: the name of its file. */
export type KnownProcedure = LabTest & { id: string };
