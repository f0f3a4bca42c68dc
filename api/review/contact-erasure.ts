/** When a submitter may have their contact erased. Pure. */
import { STATE_LABELS, type State } from '#schemas/workflow.ts';
import type { Refusal } from './facts.ts';
import { SERVICE_LEVELS } from './service-levels.ts';

/** Why the contact is still needed, or nothing: then nobody waits for anybody. */
export const contactIsNeeded = (state: State): Refusal | undefined =>
  SERVICE_LEVELS[state].next === 'nobody'
    ? undefined
    : {
        code: 'wrong_state',
        message: `This is at “${STATE_LABELS[state]}”, and we write to you about it. Once it is over, or withdrawn, the contact can be erased.`,
      };
