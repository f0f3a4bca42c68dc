/** Decisions that are prepared, looked over and released together. Until then they have no effect. */
import { z } from 'zod';
import { type DeskInput, deskActions, LETTERED, type Lettered } from './decisions.ts';
import { moved } from './desk.ts';
import { SUBMISSION_KINDS } from './vocabulary.ts';
import { STATES } from './workflow.ts';

/** A decision as it would be sent: the action and its body. */
export type Decision<Name extends Lettered = Lettered> = {
  [One in Name]: { action: One; input: DeskInput<One> };
}[Name];

export const decision = z
  .discriminatedUnion(
    'action',
    [
      z.strictObject({ action: z.literal('approve'), input: deskActions.approve }),
      z.strictObject({ action: z.literal('decline'), input: deskActions.decline }),
      z.strictObject({ action: z.literal('return'), input: deskActions.return }),
      z.strictObject({ action: z.literal('request_changes'), input: deskActions.request_changes }),
      z.strictObject({ action: z.literal('correct'), input: deskActions.correct }),
      z.strictObject({ action: z.literal('retire'), input: deskActions.retire }),
    ],
    { error: `Choose a decision: ${LETTERED.join(', ')}` },
  )
  .meta({ id: 'Decision' });

/** The matter of a letter, as it is worded for a decision. */
export const wordedLetter = z.strictObject({ matter: z.string() }).meta({ id: 'WordedLetter' });

export const pendingDecision = z
  .strictObject({
    id: z.uuid().meta({ description: 'The submission: each has at most one' }),
    reference: z.string(),
    kind: z.enum(SUBMISSION_KINDS),
    title: z.string(),
    state: z.enum(STATES),
    decision,
    matter: z.string().meta({ description: 'The letter as it would go now' }),
    by: z.string(),
    at: z.iso.datetime(),
    blockedBy: z.string().optional().meta({ description: 'Why it could not be released now' }),
  })
  .meta({ id: 'PendingDecision' });
export type PendingDecision = z.infer<typeof pendingDecision>;

export const release = z
  .strictObject({
    ids: z.array(z.uuid()).min(1, 'Select at least one decision').max(100, 'Select 100 or fewer'),
  })
  .meta({ id: 'Release' });

export const released = z
  .strictObject({
    results: z.array(
      z.strictObject({
        id: z.uuid(),
        moved: moved.optional(),
        refused: z.string().optional().meta({ description: 'Why it was not released; it still waits' }),
      }),
    ),
  })
  .meta({ id: 'Released' });
export type Released = z.infer<typeof released>;
