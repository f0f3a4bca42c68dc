/** The submitter signs the text that was shown, by its hash. What is signed is stored as a version and then published. */

import type { Db } from '#api/db/client.ts';
import { listEventLines } from '#api/db/events.ts';
import { listRubricVersions } from '#api/db/reviews.ts';
import type { SubmissionRow } from '#api/db/submissions.ts';
import { addVersion } from '#api/db/versions.ts';
import type { Deps } from '#api/deps.ts';
import { recommendingPublication } from '#api/review/conditions.ts';
import type { Facts } from '#api/review/facts.ts';
import type { SubmitterInput } from '#schemas/decisions.ts';
import { type Published, SCHEMA_VERSION } from '#schemas/published.ts';
import { act, type Party } from './act.ts';
import { findRecord } from './find-record.ts';

export const sign = (deps: Deps, party: Party, id: string, input: SubmitterInput<'sign'>) =>
  act(deps, { party, id, action: 'sign', input }, async ({ tx, row, facts, at }) => {
    await addVersion(tx, { submissionId: id, revision: row.revision }, await envelope(tx, row, facts, at));
    await deps.jobs.send(tx, 'publish', {});
    return {};
  });

/** The published file of the text that was just signed. */
async function envelope(
  tx: Db,
  { id, slug, contentHash, changes, revision, round, liveVersion }: SubmissionRow,
  facts: Facts,
  at: Date,
): Promise<Published> {
  if (slug === null || contentHash === null)
    throw new Error(`Submission ${id} reached its sign-off without an address or hash`);
  const judges = recommendingPublication(facts);
  const provenance = {
    origin: 'submitted' as const,
    publishedOn: at.toISOString().slice(0, 7),
    rounds: round,
    recommendations: judges.length,
    conflicts: 'none' as const,
    rubricVersion: (await listRubricVersions(tx, { submissionId: id, revision, people: judges })).join(', '),
    ...(changes !== null && { changes }),
    events: await listEventLines(tx, id),
  };
  const version = (liveVersion ?? 0) + 1;
  const record = await findRecord(tx, id, revision);
  const sealed = { schemaVersion: SCHEMA_VERSION, slug, version, contentHash, provenance } as const;
  return 'product' in record ? { ...sealed, record } : { ...sealed, record };
}
