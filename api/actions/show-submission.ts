/** One submission as one person of the desk may see it. */

import { listAssignees, listAvailable } from '#api/db/assignments.ts';
import { listRequests } from '#api/db/change-requests.ts';
import { listEvents } from '#api/db/events.ts';
import { listEvidence } from '#api/db/evidence.ts';
import { findFacts } from '#api/db/facts.ts';
import { listFindings } from '#api/db/findings.ts';
import { listLettersToContact } from '#api/db/letters.ts';
import { findPending } from '#api/db/pending.ts';
import type { Person } from '#api/db/people.ts';
import { listRemarks } from '#api/db/remarks.ts';
import { listRecommendations } from '#api/db/reviews.ts';
import { findVisible, listRevisions, type SubmissionRow } from '#api/db/submissions.ts';
import { findStandingRevision } from '#api/db/versions.ts';
import type { Deps } from '#api/deps.ts';
import { notFound } from '#api/errors.ts';
import { missingPeople } from '#api/review/desk-size.ts';
import { expectedBy } from '#api/review/service-levels.ts';
import { toPublic } from '#api/review/to-public.ts';
import { availableActions } from '#api/review/workflow.ts';
import type { DeskSubmission } from '#schemas/desk.ts';
import { isShort } from '#schemas/submission.ts';
import type { State } from '#schemas/workflow.ts';
import { recordPagePath } from '#site/paths.ts';
import { actorOf } from './act.ts';
import { shown } from './add-evidence.ts';
import { hintTriage } from './hint-triage.ts';
import { findingsFor } from './show-findings.ts';
import { labOf } from './show-lab-runs.ts';
import { howRecorded } from './show-status.ts';

/** Refuses with `not_found` what is absent and what `person` must not see, alike. */
export async function showSubmission(deps: Deps, person: Person, id: string): Promise<DeskSubmission> {
  const { db, publicUrl, now } = deps;
  const row = await findVisible(db, person, id);
  if (!row) throw notFound();

  const facts = await findFacts(db, row, now());
  const revisions = await listRevisions(db, id);
  const newest = revisions[0];
  if (!newest) throw new Error(`Submission ${id} has no revision`);
  const standing = await findStandingRevision(db, row);
  const { content } = revisions.find(({ number }) => number === standing) ?? newest;
  const isEditor = person.roles.includes('editor');
  const recording = isEditor ? await howRecorded(db, id) : undefined;
  const expected = expectedBy(row.state, row.stateSince);
  const missing = missingPeople(row.state === 'received' ? 'triage' : 'approve', facts.desk);
  return {
    id,
    reference: row.reference,
    kind: row.kind,
    state: row.state,
    since: row.stateSince.toISOString(),
    ...(expected && { expectedBy: expected.toISOString().slice(0, 10) }),
    revision: row.revision,
    round: row.round,
    live: row.live,
    ...(row.slug && { slug: row.slug }),
    ...(row.slug && row.live !== 'none' && { address: `${publicUrl}${recordPagePath(row.kind, row.slug)}` }),
    content,
    ...(!isShort(content) && { record: toPublic(content) }),
    revisions: revisions.map((one) => ({
      number: one.number,
      round: one.round,
      author: one.copied ? 'Copy of the last revision' : (one.author ?? 'Submitter'),
      ...(one.note && { note: one.note }),
      at: one.createdAt.toISOString(),
      content: one.content,
    })),
    assigned: await listAssignees(db, id),
    available: isEditor ? await listAvailable(db, person, id) : [],
    ...(isEditor && missing && { missing }),
    ...(await recommendationsFor(deps, person, row)),
    findings: findingsFor(person, await listFindings(db, id, row.revision)),
    ...(await saidAndDone(db, person, id)),
    ...(isEditor && (await pendingOn(db, person, id))),
    actions: availableActions(facts, actorOf({ kind: 'person', person }, facts)).map(
      ({ action, blockedBy }) => ({
        action,
        ...(blockedBy && { blockedBy: blockedBy.message }),
      }),
    ),
    mayReadContact: isEditor,
    ...(recording && { recording }),
    ...(await labOf(deps, row, content)),
    ...(isEditor && row.state === 'received' && { hints: await hintTriage(deps, person, row, content) }),
  };
}

/** What was asked, sent, said and done. */
async function saidAndDone(
  db: Deps['db'],
  person: Person,
  id: string,
): Promise<Pick<DeskSubmission, 'requests' | 'evidence' | 'letters' | 'remarks' | 'events'>> {
  return {
    requests: (await listRequests(db, id)).map(({ number, request, answer }) => ({
      number,
      request,
      ...(answer && { answer }),
    })),
    evidence: (await listEvidence(db, id)).map((one) => ({
      ...shown(one),
      addedAt: one.addedAt.toISOString(),
    })),
    letters: (await listLettersToContact(db, id)).map(({ at, ...letter }) => ({
      ...letter,
      at: at.toISOString(),
    })),
    remarks: (await listRemarks(db, id)).map(({ personId, writer: _, at, ...remark }) => ({
      ...remark,
      mine: personId === person.id,
      at: at.toISOString(),
    })),
    events: (await listEvents(db, id)).map(({ at, person: name, reason, ...event }) => ({
      ...event,
      ...(name && { person: name }),
      ...(person.roles.includes('editor') && reason && { reason }),
      at: at.toISOString(),
    })),
  };
}

async function pendingOn(
  db: Deps['db'],
  person: Person,
  id: string,
): Promise<Pick<DeskSubmission, 'pending'>> {
  const found = await findPending(db, person, id);
  if (!found) return {};
  const { pending, by } = found;
  return { pending: { action: pending.action, by, at: pending.at.toISOString() } };
}

/** While a revision can still be judged: a review that waits for the lab goes on afterwards, on the same text. */
const STILL_JUDGED: readonly State[] = ['in_review', 'in_lab'];

/** Reviewers judge for themselves first: what others say of this revision is hidden until their own word is in. */
async function recommendationsFor({ db }: Deps, person: Person, row: SubmissionRow) {
  const all = await listRecommendations(db, row.id);
  // Who abstains has not judged, and may still: a second thought takes the place of the first.
  const spoken = all.some(
    ({ personId, revision, verdict }) =>
      personId === person.id && revision === row.revision && verdict !== 'abstain',
  );
  const open = person.roles.includes('editor') || spoken || !STILL_JUDGED.includes(row.state);
  const shown = all.filter(
    ({ personId, revision }) => open || personId === person.id || revision < row.revision,
  );
  return {
    recommendations: shown.map(({ personId, rubric, rubricVersion, madeAt, ...said }) => ({
      ...said,
      mine: personId === person.id,
      ...(rubric && { rubric }),
      ...(rubricVersion && { rubricVersion }),
      at: madeAt.toISOString(),
    })),
    hiddenRecommendations: all.length - shown.length,
  };
}
