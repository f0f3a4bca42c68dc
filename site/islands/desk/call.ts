/** The calls of the desk, typed. A call never throws: it answers a value or a refusal. */
import type { hc, InferResponseType } from 'hono/client';
import type { peopleRoutes } from '#api/routes/people.ts';
import type { Block, LiftedBlock, NewBlock } from '#schemas/block.ts';
import type { Adjudication, DeskComment } from '#schemas/comment.ts';
import type { DeskAction, DeskInput, KeptFinding } from '#schemas/decisions.ts';
import type { DeskContact, DeskSubmission, Moved, Queue } from '#schemas/desk.ts';
import type { Invitation, TieEntry } from '#schemas/people.ts';
import type { Role, State } from '#schemas/workflow.ts';
import { NO_ANSWER, type Refused, refusedFrom } from './problem.ts';

export type Answer<T> = { ok: true; value: T } | { ok: false; refused: Refused };

type People = ReturnType<typeof hc<ReturnType<typeof peopleRoutes>>>;
/** Somebody of the desk. The address is there only for those who invite. */
export type Listed = Omit<Oneself, 'email' | 'mustEnrol'> & { email?: string };
/** `mustEnrol`: a second factor has to be set up before the desk opens. */
export type Oneself = InferResponseType<People['me']['$get']>;

export type Calls = ReturnType<typeof createCalls>;

/** `onSignedOut` is told whenever an answer shows that no session is open, or no longer. */
export function createCalls(onSignedOut: () => void) {
  async function ask<T>(method: string, path: string, body?: object): Promise<Answer<T>> {
    const answer = await answerTo<T>(method, path, body);
    if (!answer.ok && answer.refused.status === 401) onSignedOut();
    return answer;
  }
  const submission = (id: string) => `/api/desk/submissions/${encodeURIComponent(id)}`;
  const person = (id: string) => `/api/people/${encodeURIComponent(id)}`;

  return {
    queue: (state: State | undefined) =>
      ask<Queue>('GET', `/api/desk/submissions${state ? `?state=${state}` : ''}`),
    submission: (id: string) => ask<DeskSubmission>('GET', submission(id)),
    contact: (id: string) => ask<DeskContact>('POST', `${submission(id)}/contact`),
    act: <Name extends DeskAction>(id: string, action: Name, input: DeskInput<Name>) =>
      ask<Moved>('POST', `${submission(id)}/${action}`, input),
    keepFinding: (id: string, finding: KeptFinding) =>
      ask<DeskSubmission>('POST', `${submission(id)}/findings`, finding),

    me: () => ask<Oneself>('GET', '/api/people/me'),
    ties: () => ask<{ ties: TieEntry[] }>('GET', '/api/people/me/ties'),
    declareTies: (ties: readonly TieEntry[]) => ask<void>('PUT', '/api/people/me/ties', { ties }),
    people: () => ask<Listed[]>('GET', '/api/people'),
    invite: (invitation: Invitation) => ask<{ id: string }>('POST', '/api/people', invitation),
    inviteAgain: (id: string) => ask<void>('POST', `${person(id)}/invitation`),
    changeRoles: (id: string, roles: readonly Role[]) => ask<void>('PUT', `${person(id)}/roles`, { roles }),
    letLeave: (id: string) => ask<void>('DELETE', person(id)),
    comments: () => ask<DeskComment[]>('GET', '/api/desk/comments'),
    adjudicate: (id: string, answer: Adjudication) =>
      ask<{ number: number }>('POST', `/api/desk/comments/${encodeURIComponent(id)}/adjudicate`, answer),
    blocks: () => ask<Block[]>('GET', '/api/desk/blocks'),
    block: (block: NewBlock) => ask<{ id: string }>('POST', '/api/desk/blocks', block),
    liftBlock: (id: string, lifted: LiftedBlock) =>
      ask<void>('POST', `/api/desk/blocks/${encodeURIComponent(id)}/lift`, lifted),
    signOut: () => ask<void>('POST', '/api/auth/sign-out'),
  };
}

async function answerTo<T>(method: string, path: string, body?: object): Promise<Answer<T>> {
  try {
    const response = await fetch(path, {
      method,
      headers: { accept: 'application/json', ...(body && { 'content-type': 'application/json' }) },
      body: body ? JSON.stringify(body) : null,
    });
    const read = await bodyOf(response);
    return response.ok
      ? { ok: true, value: read as T }
      : { ok: false, refused: refusedFrom(response.status, read) };
  } catch {
    return { ok: false, refused: NO_ANSWER };
  }
}

/** What stands in an answer: nothing after 202 and 204, and nothing that can be read where a proxy answered a page. */
async function bodyOf(response: Response): Promise<unknown> {
  const isJson = /json\b/.test(response.headers.get('content-type') ?? '');
  return isJson ? response.json() : undefined;
}
