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

const ofAction = <Name extends Lettered>(action: Name) =>
  z.strictObject({ action: z.literal(action), input: deskActions[action] });

export const decision = z
  .discriminatedUnion(
    'action',
    [
      ofAction('triage'),
      ofAction('approve'),
      ofAction('decline'),
      ofAction('return'),
      ofAction('request_changes'),
      ofAction('send_to_lab'),
      ofAction('finish_lab'),
      ofAction('correct'),
      ofAction('retire'),
    ],
    { error: `Choose a decision: ${LETTERED.join(', ')}` },
  )
  .meta({ id: 'Decision' });

/** The letter of a decision as it would go now. */
export const wordedLetter = z
  .strictObject({
    matter: z.string(),
    wording: z.string().meta({ description: 'Names what it would say unedited; sent with an edited letter' }),
  })
  .meta({ id: 'WordedLetter' });
export type WordedLetter = z.infer<typeof wordedLetter>;

export const pendingDecision = z
  .strictObject({
    id: z.uuid().meta({ description: 'The submission: each has at most one' }),
    reference: z.string(),
    kind: z.enum(SUBMISSION_KINDS),
    title: z.string(),
    state: z.enum(STATES),
    decision,
    names: z
      .record(z.string(), z.string())
      .meta({ description: 'Of the people and procedures that the decision names by their ids' }),
    matter: z.string().meta({ description: 'The letter as it would go now' }),
    worded: wordedLetter.meta({
      description: 'The letter as it would be worded now, without what was edited',
    }),
    by: z.string(),
    at: z.iso.datetime(),
    blockedBy: z.string().optional().meta({ description: 'Why it could not be released now' }),
  })
  .meta({ id: 'PendingDecision' });
export type PendingDecision = z.infer<typeof pendingDecision>;

/** Which one was looked at, by when it was prepared: nobody decides what they have not seen. */
const at = z.iso.datetime({ error: 'Say when the decision was prepared, as it was listed' });
/** Of a decision that is prepared in the place of another. */
export const inPlaceOf = z.strictObject({ replaces: at.optional() });

export const release = z
  .strictObject({
    decisions: z
      .array(z.strictObject({ id: z.uuid(), at }))
      .min(1, 'Select at least one decision')
      .max(100, 'Select 100 or fewer'),
  })
  .meta({ id: 'Release' });

export type Release = z.infer<typeof release>;

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
