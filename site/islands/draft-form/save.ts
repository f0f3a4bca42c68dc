/** Save a draft over the version it was made from, and say in the writer's words what came of it. */
import { z } from 'zod';
import { type Draft, type DraftSaved, type DraftValues, draft, draftSaved } from '#schemas/draft.ts';
import { problem } from '#schemas/problem.ts';

export type Saved =
  | { kind: 'saved'; saved: DraftSaved }
  /** Somebody saved another version meanwhile. */
  | { kind: 'stale'; stored: Draft }
  /** Worth trying again by itself. */
  | { kind: 'unreachable' }
  /** The hour of the code has ended, or the draft is gone. */
  | { kind: 'closed' }
  | { kind: 'failed'; message: string };

/** Replace the version that is given. Never throws. */
export async function saveDraft({ id, version }: Draft, values: DraftValues): Promise<Saved> {
  try {
    const response = await fetch(`/api/drafts/${id}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', accept: 'application/json', 'if-match': `"${version}"` },
      body: JSON.stringify(values),
    });
    return read(response.status, await response.json().catch(() => undefined));
  } catch {
    return { kind: 'unreachable' };
  }
}

const refusal = problem.extend({
  versions: z.strictObject({ yours: z.unknown(), stored: draft }).optional(),
});

function read(status: number, answer: unknown): Saved {
  const saved = draftSaved.safeParse(answer);
  if (status === 200 && saved.success) return { kind: 'saved', saved: saved.data };
  const refused = refusal.safeParse(answer);
  if (status === 412 && refused.success && refused.data.versions)
    return { kind: 'stale', stored: refused.data.versions.stored };
  if (status === 401 || status === 404) return { kind: 'closed' };
  if (status >= 500 || !refused.success) return { kind: 'unreachable' };
  const { title, detail = title, issues = [] } = refused.data;
  return {
    kind: 'failed',
    message: [detail, ...issues.map(({ message }) => message)].map(sentence).join(' '),
  };
}

const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);
