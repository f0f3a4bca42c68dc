/** What waits for this person besides a submission. */

import type { NextItem } from '#schemas/queue.ts';
import type { Answer } from '../call.ts';
import { useDesk } from '../context.ts';
import { queueHash, submissionHash } from '../routes.ts';

/** Opens it, or the queue where there is none; `done` is said there. */
export function useGoOn(id: string) {
  const { calls, say } = useDesk();
  return async (done: string) => {
    const answer = await calls.next(id);
    const next = answer.ok ? answer.value.next : undefined;
    const to = next ? submissionHash(next.id) : queueHash();
    say(`${done} ${outcomeWords(answer)}`.trim(), to);
    location.hash = to;
  };
}

function outcomeWords(answer: Answer<NextItem>): string {
  if (!answer.ok) return answer.refused.detail;
  return answer.value.next ? 'This is the next.' : 'Nothing else waits for you.';
}
