/** A run of a lab procedure with an offering: what was tried, what was seen, and the verdict. */
import { z } from 'zod';
import { line, paragraphs } from './text.ts';

/** What was seen at one step of the procedure. */
export const LAB_STEP_RESULTS = ['as_expected', 'otherwise', 'not_done'] as const;
export type LabStepResult = (typeof LAB_STEP_RESULTS)[number];
export const LAB_STEP_RESULT_LABELS = {
  as_expected: 'As expected',
  otherwise: 'Otherwise',
  not_done: 'Not done',
} as const satisfies Record<LabStepResult, string>;

export const labResult = z
  .strictObject({
    result: z.enum(LAB_STEP_RESULTS, { error: 'Say what was seen at this step' }),
    seen: paragraphs('Say what was seen', 2_000).optional(),
  })
  .meta({ id: 'LabResult' });
export type LabResult = z.infer<typeof labResult>;

export const productVersion = line('Give the version that was tried', 80);
