/** What a submitter sees of a submission: where it stands, what happens next, and what they can do. */
import { findFacts } from '#api/db/facts.ts';
import { listLettersToContact } from '#api/db/letters.ts';
import { findDecline, listRequests } from '#api/db/reviews.ts';
import { findContent, findSubmission, listRevisions, type SubmissionRow } from '#api/db/submissions.ts';
import type { Deps } from '#api/deps.ts';
import { notFound } from '#api/errors.ts';
import { expectedBy, SERVICE_LEVELS } from '#api/review/service-levels.ts';
import { toPublic } from '#api/review/to-public.ts';
import { availableActions } from '#api/review/workflow.ts';
import type { Status } from '#schemas/status.ts';
import { lessonPath } from '#site/paths.ts';
import { actorOf, type Party } from './act.ts';

type Submitter = Extract<Party, { kind: 'submitter' }>;

/** `submitter` says what a code opens; asking for another submission is answered like asking for none. */
export async function showStatus(
  { db, publicUrl, now }: Deps,
  submitter: Submitter,
  id: string,
): Promise<Status> {
  const row = submitter.submissionId === id ? await findSubmission(db, id) : undefined;
  if (!row) throw notFound();
  const facts = await findFacts(db, row, now());
  const decline = row.state === 'declined' ? await findDecline(db, row.id, row.round) : undefined;
  const expected = expectedBy(row.state, row.stateSince);
  return {
    id: row.id,
    reference: row.reference,
    kind: row.kind,
    state: row.state,
    since: row.stateSince.toISOString(),
    revision: row.revision,
    next: SERVICE_LEVELS[row.state].next,
    happens: SERVICE_LEVELS[row.state].happens,
    ...(expected && { expectedBy: expected.toISOString().slice(0, 10) }),
    live: row.live,
    ...(row.live !== 'none' && row.slug && { address: `${publicUrl}${lessonPath(row.slug)}` }),
    requests: (await listRequests(db, row.id))
      .filter(({ number, answer }) => answer !== null || facts.openRequests.includes(number))
      .map(({ number, request, answer }) => ({
        number,
        request,
        ...(answer && { answer }),
      })),
    revisions: (await listRevisions(db, row.id)).map((one) => ({
      number: one.number,
      by: authorOf(one),
      on: one.createdAt.toISOString().slice(0, 10),
      ...(one.note && { note: one.note }),
    })),
    letters: (await listLettersToContact(db, row.id)).map(({ matter, at }) => ({
      matter,
      on: at.toISOString().slice(0, 10),
    })),
    actions: availableActions(facts, actorOf(submitter, facts)).map(({ action, blockedBy }) => ({
      action,
      ...(blockedBy && { blockedBy: blockedBy.message }),
    })),
    content: await findContent(db, row.id, row.revision),
    ...(decline && { decline: { code: decline.code, message: decline.message, repair: decline.repair } }),
    ...(await signOff(db, row)),
    receipt: row.receipt,
  };
}

const authorOf = ({ copied, authorId }: { copied: boolean; authorId: string | null }) =>
  copied ? 'copy' : authorId === null ? 'you' : 'desk';

/** The text to sign, and what the submitter wrote last, to compare it with. */
async function signOff(db: Deps['db'], row: SubmissionRow): Promise<Pick<Status, 'signOff'>> {
  if (row.state !== 'sign_off' || row.slug === null || row.contentHash === null) return {};
  const revisions = await listRevisions(db, row.id);
  const sent =
    revisions.find((one) => authorOf(one) === 'you')?.content ??
    (await findContent(db, row.id, row.revision));
  const record = toPublic(await findContent(db, row.id, row.revision));
  return { signOff: { slug: row.slug, contentHash: row.contentHash, record, sent: toPublic(sent) } };
}
