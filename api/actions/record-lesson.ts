/**
 * An editor records a lesson that somebody told by e-mail or in an interview. It goes the way of every submission: its
 * source gets the code, confirms and signs. The editor counts as an author of the text, and never sees the code.
 */
import type { Db } from '#api/db/client.ts';
import type { Addressed } from '#api/db/letters.ts';
import type { Person } from '#api/db/people.ts';
import { addRecording, listOwnRecordings } from '#api/db/recordings.ts';
import { advanceBegun, begin } from '#api/db/submissions.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { Sent, Upload } from '#api/evidence/receive.ts';
import { compose } from '#api/letters/wording.ts';
import { inConflict, namedIn, sourceKeys } from '#api/review/conflicts.ts';
import type { OwnRecording, Recorded, Recording } from '#schemas/recording.ts';
import type { Submission } from '#schemas/submission.ts';
import { by } from './act.ts';
import { addFiles } from './add-files.ts';
import { checkNamed } from './check-named.ts';
import { recorderKeeps } from './evidence-keepers.ts';
import { keysOf } from './keys-of.ts';
import { onlyEditors } from './only-editors.ts';
import { beginningOf } from './receive.ts';
import { refuseBlocked } from './refuse-blocked.ts';

type Files = Pick<Upload, 'keepNames'> & { files: readonly Sent[] };

/**
 * Store the lesson, ask its source to confirm it, and add the files that can be taken. Refuses with `forbidden` whoever is
 * no editor or is tied to the source, and a blocked address; with `invalid` what a submission is refused for.
 */
export async function recordLesson(
  deps: Deps,
  person: Person,
  recording: Recording,
  files: Files,
): Promise<Recorded> {
  onlyRecorders(person);
  refuseFuture(recording.receivedOn, deps.now());
  checkNamed(deps, recording.content);
  await refuseTied(deps.db, person, { ...recording.contact, vendor: namedIn(recording.content) });
  const { id, reference } = await store(deps, person, recording);
  const { evidence, refused } = await addFiles(deps, recorderKeeps(person), id, files);
  return {
    reference,
    evidence,
    refused: refused.map(({ name, error }) => ({ name, message: error.message })),
  };
}

/** What the person recorded, and how far each has come. */
export async function showRecordings({ db }: Pick<Deps, 'db'>, person: Person): Promise<OwnRecording[]> {
  onlyRecorders(person);
  return listOwnRecordings(db, person.id, 200);
}

export const onlyRecorders = (person: Person) => onlyEditors(person, 'record lessons for others');

async function store(deps: Deps, person: Person, recording: Recording) {
  const { way, receivedOn, consent } = recording;
  const at = deps.now();
  const submission = asSubmission(recording);
  // The nonce is for whoever sent the text, and nobody did: the source is shown the text itself.
  const { beginning, digest } = beginningOf(deps, submission, at);
  const { id, reference } = beginning;
  const event = {
    type: 'submit',
    ...by({ kind: 'person', person }, 'submit'),
    payload: { digest, way, receivedOn },
  };
  const letter = askSource(reference, { way, receivedOn });
  await deps.db.transaction(async (tx) => {
    await refuseBlocked(tx, submission.contact.email, 'contact.email');
    await begin(tx, { ...beginning, authorId: person.id });
    const row = { submissionId: id, way, receivedOn, consent: consent.words, personId: person.id, at };
    await addRecording(tx, row);
    const step = { from: 'draft', revision: 1, to: 'unconfirmed', at } as const;
    await advanceBegun(tx, deps.jobs, step, [{ id, event, letters: [letter] }]);
  });
  return { id, reference };
}

/** The letter by which the source of a recorded lesson is asked to confirm it. */
export const askSource = (
  reference: string,
  { way, receivedOn }: Pick<Recording, 'way' | 'receivedOn'>,
): Addressed => ({
  ...compose('confirm_address', reference, { recorded: { way, receivedOn } }),
  to: 'contact',
});

/** What the source would have sent. By confirming they say that they may share it, which the letter tells them. */
function asSubmission({ contact, consent: { publish, textVersion }, ...told }: Recording): Submission {
  const common = { kind: 'lesson', contact, consent: { publish, authority: true, textVersion } } as const;
  return told.form === 'full'
    ? { ...common, form: told.form, content: told.content }
    : { ...common, form: told.form, content: told.content };
}

/** They have typed the source themselves, so saying why gives nothing away. */
export async function refuseTied(
  db: Db,
  person: Person,
  source: Parameters<typeof sourceKeys>[0],
): Promise<void> {
  if (inConflict(await keysOf(db, person), sourceKeys(source), false))
    throw new AppError(
      'forbidden',
      'You are tied to this source by your address or by a tie of your account. Ask another editor to record it.',
    );
}

/** Hours by which the day of the earliest time zone is ahead of ours. */
const AHEAD = 14;

function refuseFuture(day: string, now: Date): void {
  const today = new Date(now.getTime() + AHEAD * 3_600_000).toISOString().slice(0, 10);
  if (day <= today) return;
  throw new AppError('invalid', 'Some answers need attention.', {
    issues: [{ path: 'receivedOn', message: 'Enter a day that has come already' }],
  });
}
