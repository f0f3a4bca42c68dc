/** Beginnings that nobody sends: a draft that stays one, stored as `submit` stores a lesson, and a lesson that an editor writes down. */

import { contactOf } from '#api/actions/receive.ts';
import { recordLesson } from '#api/actions/record-lesson.ts';
import type { Person } from '#api/db/people.ts';
import { begin } from '#api/db/submissions.ts';
import type { Deps } from '#api/deps.ts';
import { receiptDigest, signReceipt } from '#api/review/receipt.ts';
import { newReference } from '#api/review/secret-code.ts';
import { recording } from '#schemas/recording.ts';
import { CONSENT_VERSION, LICENCE } from '#schemas/submission.ts';
import type { Sample } from './samples.ts';

type Beginning = { deps: Deps; id: string; sample: Sample };

/** Leave a lesson in the state in which every submission begins. */
export const keepDraft = ({ deps, ...beginning }: Beginning) =>
  deps.db.transaction((tx) => store({ ...deps, db: tx }, beginning));

async function store(deps: Deps, { id, sample: { sent } }: Omit<Beginning, 'deps'>) {
  const at = deps.now();
  const reference = newReference(deps.random);
  const digest = receiptDigest({ nonce: '', submission: sent });
  const { kind, content, consent } = sent;
  await begin(deps.db, {
    id,
    reference,
    kind,
    content,
    contact: contactOf(sent),
    receipt: signReceipt({ reference, receivedAt: at.toISOString(), digest }, deps.receiptKey),
    consentVersion: consent.textVersion,
    licence: LICENCE,
    at,
  });
}

/** An editor writes a short lesson down that was told in an interview on the same day. */
export async function writeDown(editor: Person, { deps, sample: { sent } }: Beginning): Promise<void> {
  const told = recording.parse({
    form: 'short',
    way: 'interview',
    receivedOn: deps.now().toISOString().slice(0, 10),
    consent: {
      words: 'She said at the end of the interview that the library may tell it, and asked to read it first.',
      publish: true,
      textVersion: CONSENT_VERSION,
    },
    contact: sent.contact,
    content: sent.content,
  });
  await recordLesson(deps, editor, told, { files: [], keepNames: false });
}
