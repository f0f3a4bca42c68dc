/** Sending a lesson from the browser, and what may come back. Never throws. */
import { type Issue, problem } from '#schemas/problem.ts';
import { type Submission, type Submitted, submitted } from '#schemas/submission.ts';

export type Answer =
  | { kind: 'sent'; submitted: Submitted }
  | { kind: 'refused'; issues: readonly Issue[] }
  | { kind: 'failed'; message: string };

const UNREACHABLE =
  'We could not reach the server. Everything that you typed is still here: check your connection, then press “Send it” again.';
const UNREADABLE =
  'The server gave an answer that we cannot read. Everything that you typed is still here: try again in a few minutes.';

export async function send(action: string, body: Submission): Promise<Answer> {
  try {
    const response = await fetch(action, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
    });
    return read(response.status, await response.text());
  } catch {
    return { kind: 'failed', message: UNREACHABLE };
  }
}

function read(status: number, text: string): Answer {
  const answer = jsonOf(text);
  const sent = submitted.safeParse(answer);
  if (status === 201 && sent.success) return { kind: 'sent', submitted: sent.data };
  const refusal = problem.safeParse(answer);
  if (!refusal.success) return { kind: 'failed', message: UNREADABLE };
  const { detail, title, issues = [] } = refusal.data;
  if (issues.length > 0) return { kind: 'refused', issues };
  return { kind: 'failed', message: `${title}. ${detail ?? ''} Everything that you typed is still here.` };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
