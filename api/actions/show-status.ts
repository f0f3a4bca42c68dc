/** What a submitter sees of a submission: where it stands, what happens next, and what they can do. */

import { listRequests } from '#api/db/change-requests.ts';
import { listEvidence } from '#api/db/evidence.ts';
import { findFacts } from '#api/db/facts.ts';
import { findWait } from '#api/db/insight.ts';
import { listLettersToContact } from '#api/db/letters.ts';
import { findRecording } from '#api/db/recordings.ts';
import { listRemarks } from '#api/db/remarks.ts';
import { findDecline } from '#api/db/reviews.ts';
import {
  findContact,
  findContent,
  findSubmission,
  listRevisions,
  type SubmissionRow,
} from '#api/db/submissions.ts';
import { findStandingRevision } from '#api/db/versions.ts';
import type { Deps } from '#api/deps.ts';
import { AppError, notFound } from '#api/errors.ts';
import { contactIsNeeded } from '#api/review/contact-erasure.ts';
import type { Facts } from '#api/review/facts.ts';
import { expectation, SERVICE_LEVELS } from '#api/review/service-levels.ts';
import { toPublic } from '#api/review/to-public.ts';
import { availableActions } from '#api/review/workflow.ts';
import type { RecordedHow } from '#schemas/recording.ts';
import type { Status } from '#schemas/status.ts';
import { isShort } from '#schemas/submission.ts';
import { recordPagePath } from '#site/paths.ts';
import { actorOf, type SubmitterParty } from './act.ts';
import { shown } from './add-evidence.ts';
import { findRecord } from './find-record.ts';
import { runsForVendor } from './show-lab-runs.ts';

/** `submitter` says what a code opens; asking for another submission is answered like asking for none. */
export async function showStatus(deps: Deps, submitter: SubmitterParty, id: string): Promise<Status> {
  const { db, publicUrl, now } = deps;
  const row = submitter.submissionId === id ? await findSubmission(db, id) : undefined;
  if (!row) throw notFound();
  if (!row.receipt) throw new AppError('conflict', 'This was not sent yet. Go on with the draft.');
  const facts = await findFacts(db, row, now());
  const decline = row.state === 'declined' ? await findDecline(db, row.id, row.round) : undefined;
  const recording = await howRecorded(db, row.id);
  const expected = expectation(row.state, row.stateSince, await findWait(db, row.state));
  return {
    id: row.id,
    reference: row.reference,
    kind: row.kind,
    state: row.state,
    since: row.stateSince.toISOString(),
    revision: row.revision,
    next: SERVICE_LEVELS[row.state].next,
    happens: recording && row.state === 'unconfirmed' ? CONFIRM_RECORDED : SERVICE_LEVELS[row.state].happens,
    ...(expected && { expectedBy: day(expected.by) }),
    ...(expected?.basis === 'measured' && { measured: { most: day(expected.most), of: expected.of } }),
    live: row.live,
    ...(row.live !== 'none' && row.slug && { address: `${publicUrl}${recordPagePath(row.kind, row.slug)}` }),
    ...(await askedAndSaid(db, row.id, facts)),
    actions: availableActions(facts, actorOf(submitter, facts)).map(({ action, blockedBy }) => ({
      action,
      ...(blockedBy && { blockedBy: blockedBy.message }),
    })),
    contact: await contactOf(db, row),
    ...(recording && { recording }),
    evidence: (await listEvidence(db, row.id)).map(shown),
    content: await findContent(db, row.id, await findStandingRevision(db, row)),
    labRuns: await runsForVendor(deps, row.id),
    ...(decline && { decline: { code: decline.code, message: decline.message, repair: decline.repair } }),
    ...(await signOff(db, row)),
    receipt: row.receipt,
  };
}

/** What passed between the desk and the submitter. Of the desk only the part in which somebody wrote is told. */
async function askedAndSaid(
  db: Deps['db'],
  id: string,
  { openRequests }: Facts,
): Promise<Pick<Status, 'requests' | 'remarks' | 'revisions' | 'letters'>> {
  return {
    requests: (await listRequests(db, id))
      .filter(({ number, answer }) => answer !== null || openRequests.includes(number))
      .map(({ number, request, answer }) => ({
        number,
        request,
        ...(answer && { answer }),
      })),
    remarks: (await listRemarks(db, id))
      .filter(({ audience }) => audience === 'submitter')
      .map(({ writer, text, at }) => ({ by: writer, text, on: day(at) })),
    revisions: (await listRevisions(db, id)).map((one) => ({
      number: one.number,
      by: authorOf(one),
      on: day(one.createdAt),
      ...(one.note && { note: one.note }),
      content: one.content,
    })),
    letters: (await listLettersToContact(db, id)).map(({ matter, at }) => ({ matter, on: day(at) })),
  };
}

/** Whether there still is one, and what it is needed for. */
async function contactOf(db: Deps['db'], { id, state }: SubmissionRow): Promise<Status['contact']> {
  const contact = await findContact(db, id);
  const needed = contactIsNeeded(state);
  return {
    erased: contact === undefined || contact.erasedAt !== null,
    ...(needed && { neededBecause: needed.message }),
  };
}

/** Of a recorded lesson more is confirmed than an address, and somebody has read it: whoever wrote it down. */
const CONFIRM_RECORDED = 'Read what was written down for you, and confirm it. Until then nothing goes on.';

/** How it came, where an editor recorded it for its source. */
export async function howRecorded(db: Deps['db'], id: string): Promise<RecordedHow | undefined> {
  const found = await findRecording(db, id);
  return found && { way: found.way, receivedOn: found.receivedOn, consent: found.consent };
}

const day = (date: Date) => date.toISOString().slice(0, 10);

const authorOf = ({ copied, authorId }: { copied: boolean; authorId: string | null }) =>
  copied ? 'copy' : authorId === null ? 'you' : 'desk';

/** The text to sign, and what the submitter wrote last, to compare it with. */
async function signOff(db: Deps['db'], row: SubmissionRow): Promise<Pick<Status, 'signOff'>> {
  if (row.state !== 'sign_off' || row.slug === null || row.contentHash === null) return {};
  const revisions = await listRevisions(db, row.id);
  // What an editor recorded for its source is what the source confirmed: the first revision.
  const last = revisions.find((one) => authorOf(one) === 'you')?.number ?? 1;
  const sent = await findContent(db, row.id, last);
  const since = revisions.filter(({ number }) => number > last).toReversed();
  return {
    signOff: {
      slug: row.slug,
      contentHash: row.contentHash,
      record: await findRecord(db, row.id, row.revision),
      ...(row.changes !== null && { changes: row.changes }),
      sent: isShort(sent) ? sent : toPublic(sent),
      notes: since.flatMap(({ number, note, copied, createdAt }) =>
        note && !copied ? [{ revision: number, note, on: day(createdAt) }] : [],
      ),
    },
  };
}
