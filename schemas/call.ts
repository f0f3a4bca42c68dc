/**
 * The call: capabilities sought in each scenario, what a responsive offering states, and which lessons are missing.
 * Open comment periods are not listed here; they derive from the status of processes, architectures and volumes.
 */
import { z } from 'zod';
import { id, refuseTwins, text } from './editorial.ts';
import { stepId } from './text.ts';
import { CAPABILITIES, SCENARIOS } from './vocabulary.ts';

export const requirement = z
  .strictObject({
    id: id.meta({ description: 'What an offering names when it says what it addresses' }),
    capability: z.enum(CAPABILITIES),
    requires: text,
    steps: z.array(stepId).min(1),
    procedure: id.optional().meta({ description: 'The lab procedure that tries it, if there is one' }),
  })
  .meta({ id: 'Requirement' });
export type Requirement = z.infer<typeof requirement>;

export const call = z
  .strictObject({
    title: text,
    summary: text.max(300),
    notice: text.meta({ description: 'What the call is not' }),
    scenarios: z
      .array(
        z.strictObject({
          scenario: z.enum(SCENARIOS),
          requirements: z.array(requirement).min(1),
          lessons: z.array(text).min(1).meta({ description: 'Experience that is missing, as a question' }),
        }),
      )
      .length(SCENARIOS.length),
    responsive: z.array(z.strictObject({ id, states: text, why: text })).min(1),
    notResponsive: z.array(text).min(1),
    after: z.array(text).min(1).meta({ description: 'What happens to an offering, in order' }),
    version: z.string().regex(/^\d+\.\d+$/),
    reviewedOn: z.iso.date(),
  })
  .superRefine(({ scenarios }, context) => {
    refuseTwins(context, scenarios, 'scenarios', (row) => row.scenario);
    refuseTwins(
      context,
      scenarios.flatMap((row) => row.requirements),
      'requirements',
      (row) => row.id,
    );
  })
  .meta({ id: 'Call' });
export type Call = z.infer<typeof call>;
