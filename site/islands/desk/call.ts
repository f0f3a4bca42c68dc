/** The calls of the desk, typed. A call never throws: it answers a value or a refusal. */
import type { hc, InferResponseType } from 'hono/client';
import type { peopleRoutes } from '#api/routes/people.ts';
import type { Outline } from '#schemas/attestation.ts';
import type { Block, LiftedBlock, NewBlock } from '#schemas/block.ts';
import type { Adjudication, Answer as Answered, DeskComment } from '#schemas/comment.ts';
import type { DeskAction, DeskInput, KeptFinding } from '#schemas/decisions.ts';
import type { DeskContact, DeskSubmission, Moved } from '#schemas/desk.ts';
import type { EvidenceAdded } from '#schemas/evidence.ts';
import type { Insight } from '#schemas/insight.ts';
import type { LabRecord } from '#schemas/lab-run.ts';
import type { Decision, PendingDecision, Release, Released, WordedLetter } from '#schemas/pending.ts';
import type { Invitation, OwnPasskey, OwnSession, TieEntry } from '#schemas/people.ts';
import type { Publishing } from '#schemas/publishing.ts';
import type { Load, NextItem, Queue } from '#schemas/queue.ts';
import type { CorrectedAddress, MailRead, OwnRecording, Recorded, Recording } from '#schemas/recording.ts';
import type { NewRemark } from '#schemas/remark.ts';
import type { Role } from '#schemas/workflow.ts';
import { NO_ANSWER, type Refused, refusedFrom } from './problem.ts';
import type { Filter, Narrowed } from './routes.ts';

export type Answer<T> = { ok: true; value: T } | { ok: false; refused: Refused };

type People = ReturnType<typeof hc<ReturnType<typeof peopleRoutes>>>;
/** Somebody of the desk. The address is there only for those who invite. */
export type Listed = Omit<Oneself, 'email' | 'mustEnrol'> & { email?: string };
/** `mustEnrol`: a second factor has to be set up before the desk opens. */
export type Oneself = InferResponseType<People['me']['$get']>;

export type Calls = ReturnType<typeof createCalls>;

/**
 * `onSignedOut` is told whenever an answer shows that no session is open, or no longer. `prove` asks the person to show a
 * second factor again and answers whether they did: what was refused without it is then asked once more.
 */
export function createCalls(onSignedOut: () => void, prove: () => Promise<boolean>) {
  async function ask<T>(method: string, path: string, body?: object): Promise<Answer<T>> {
    const answer = await answerTo<T>(method, path, body);
    if (!answer.ok && answer.refused.needsProof && (await prove())) return ask<T>(method, path, body);
    if (!answer.ok && answer.refused.status === 401) onSignedOut();
    return answer;
  }
  const submission = (id: string) => `/api/desk/submissions/${encodeURIComponent(id)}`;
  const person = (id: string) => `/api/people/${encodeURIComponent(id)}`;

  return {
    queue: (filter: Filter, narrowed: Narrowed = {}) => {
      const asked = new URLSearchParams({ ...(filter !== 'all' && { state: filter }), ...narrowed });
      return ask<Queue>('GET', `/api/desk/submissions?${asked}`);
    },
    next: (besides?: string) =>
      ask<NextItem>('GET', `/api/desk/submissions/next${besides ? `?besides=${besides}` : ''}`),
    loads: () => ask<Load[]>('GET', '/api/desk/load'),
    publishing: () => ask<Publishing>('GET', '/api/desk/publishing'),
    publishAgain: () => ask<void>('POST', '/api/desk/publishing/retry'),
    insight: () => ask<Insight>('GET', '/api/desk/insight'),
    exportWithContacts: () => ask<Blob>('POST', '/api/desk/export/csv?state=waiting'),
    submission: (id: string) => ask<DeskSubmission>('GET', submission(id)),
    contact: (id: string) => ask<DeskContact>('POST', `${submission(id)}/contact`),
    act: <Name extends DeskAction>(id: string, action: Name, input: DeskInput<Name>) =>
      ask<Moved>('POST', `${submission(id)}/${action}`, input),
    recordLabRun: (id: string, runId: string, record: LabRecord) =>
      ask<DeskSubmission>('POST', `${submission(id)}/lab-runs/${encodeURIComponent(runId)}`, record),
    writeRemark: (id: string, remark: NewRemark) =>
      ask<DeskSubmission>('POST', `${submission(id)}/remarks`, remark),
    letter: (id: string, decision: Decision) =>
      ask<WordedLetter>('POST', `${submission(id)}/letter`, decision),
    prepare: async (id: string, decision: Decision, replaces: string | undefined) => {
      const asked = new URLSearchParams(replaces === undefined ? {} : { replaces });
      return ofFields(await ask<PendingDecision>('PUT', `${submission(id)}/pending?${asked}`, decision));
    },
    takeBack: (id: string) => ask<void>('DELETE', `${submission(id)}/pending`),
    pending: () => ask<PendingDecision[]>('GET', '/api/desk/pending'),
    release: (decisions: Release['decisions']) =>
      ask<Released>('POST', '/api/desk/pending/release', { decisions }),
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
    adjudicate: (id: string, answer: Answered) =>
      ask<{ number: number }>('POST', `/api/desk/comments/${encodeURIComponent(id)}/adjudicate`, answer),
    correctAnswer: (id: string, answer: Adjudication) =>
      ask<{ number: number }>('POST', `/api/desk/comments/${encodeURIComponent(id)}/correct`, answer),
    recordings: () => ask<OwnRecording[]>('GET', '/api/desk/recordings'),
    correctAddress: (id: string, corrected: CorrectedAddress) =>
      ask<void>('PUT', `/api/desk/recordings/${encodeURIComponent(id)}/address`, corrected),
    readMail: (mail: File) => ask<MailRead>('POST', '/api/desk/recordings/read-mail', formOf({ mail })),
    record: (recording: Recording, files: readonly File[], mail: File | undefined) =>
      ask<Recorded>(
        'POST',
        '/api/desk/recordings',
        formOf({ recording: JSON.stringify(recording), files, mail }),
      ),
    addFiles: (id: string, files: readonly File[]) =>
      ask<EvidenceAdded>('POST', `${submission(id)}/evidence`, formOf({ files })),
    removeFile: (id: string, fileId: string) =>
      ask<void>('DELETE', `${submission(id)}/evidence/${encodeURIComponent(fileId)}`),
    blocks: () => ask<Block[]>('GET', '/api/desk/blocks'),
    block: (block: NewBlock) => ask<{ id: string }>('POST', '/api/desk/blocks', block),
    liftBlock: (id: string, lifted: LiftedBlock) =>
      ask<void>('POST', `/api/desk/blocks/${encodeURIComponent(id)}/lift`, lifted),
    awaited: () => ask<Outline[]>('GET', '/api/desk/attestations'),
    attest: (id: string) =>
      ask<void>('POST', `/api/desk/attestations/${encodeURIComponent(id)}`, { noTie: true }),
    sessions: () => ask<OwnSession[]>('GET', '/api/people/me/sessions'),
    endSession: (id: string) => ask<void>('DELETE', `/api/people/me/sessions/${encodeURIComponent(id)}`),
    endOtherSessions: () => ask<void>('DELETE', '/api/people/me/sessions'),
    passkeys: () => ask<OwnPasskey[]>('GET', '/api/people/me/passkeys'),
    passkeyOptions: () =>
      ask<PublicKeyCredentialCreationOptionsJSON>('GET', '/api/auth/passkey/generate-register-options'),
    addPasskey: (response: object, name: string) =>
      ask<void>('POST', '/api/auth/passkey/verify-registration', { response, name }),
    removePasskey: (id: string) => ask<void>('DELETE', `/api/people/me/passkeys/${encodeURIComponent(id)}`),
    recoveryCodes: () => ask<{ left: number }>('GET', '/api/people/me/recovery-codes'),
    renewRecoveryCodes: (password: string) =>
      ask<{ backupCodes: string[] }>('POST', '/api/auth/two-factor/generate-backup-codes', { password }),
    signOut: () => ask<void>('POST', '/api/auth/sign-out'),
  };
}

/** The form has the fields of the decision itself, which the call sends inside of `input`. */
function ofFields<T>(answer: Answer<T>): Answer<T> {
  if (answer.ok) return answer;
  const issues = answer.refused.issues.map((issue) => ({
    ...issue,
    path: issue.path.replace(/^input\./, ''),
  }));
  return { ok: false, refused: { ...answer.refused, issues } };
}

async function answerTo<T>(method: string, path: string, body?: object): Promise<Answer<T>> {
  try {
    const response = await fetch(path, {
      method,
      // The browser itself names the boundary of a form.
      headers: {
        accept: 'application/json',
        ...(body && !(body instanceof FormData) && { 'content-type': 'application/json' }),
      },
      body: body instanceof FormData ? body : body ? JSON.stringify(body) : null,
    });
    const read = await bodyOf(response);
    return response.ok
      ? { ok: true, value: read as T }
      : { ok: false, refused: refusedFrom(response.status, read) };
  } catch {
    return { ok: false, refused: NO_ANSWER };
  }
}

/** A form with files. What is absent is left out; each of several goes under the one name. */
function formOf(fields: Record<string, string | File | readonly File[] | undefined>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const one of [value ?? []].flat()) form.append(name, one);
  return form;
}

/** What stands in an answer: a table as a file, nothing after 202 and 204, and nothing that can be read where a proxy answered a page. */
async function bodyOf(response: Response): Promise<unknown> {
  const type = response.headers.get('content-type') ?? '';
  if (/csv\b/.test(type)) return response.blob();
  return /json\b/.test(type) ? response.json() : undefined;
}
