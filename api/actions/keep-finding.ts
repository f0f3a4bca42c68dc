/** Keep words that the re-identification check found, with a reason. The other way to settle a finding is to revise the text. */
import { appendEvent } from '#api/db/events.ts';
import { findFacts } from '#api/db/facts.ts';
import { keepWords, listFindings } from '#api/db/findings.ts';
import type { Person } from '#api/db/people.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import { reviewerIsAssigned } from '#api/review/conditions.ts';
import { findingHash } from '#api/review/identity-check/finding-hash.ts';
import type { KeptFinding } from '#schemas/decisions.ts';
import { actorOf, by, type PersonParty, refusal } from './act.ts';
import { lockVisible } from './lock-visible.ts';
import { mayReadFinding } from './show-findings.ts';

/** Refuses with `conflict` when these words are not there any more. */
export async function keepFinding(
  deps: Deps,
  person: Person,
  id: string,
  { kind, text, reason }: KeptFinding,
) {
  const party: PersonParty = { kind: 'person', person };
  await deps.db.transaction(async (tx) => {
    const row = await lockVisible(tx, person, id);
    const at = deps.now();
    const facts = await findFacts(tx, row, at);
    const unassigned = reviewerIsAssigned(facts, actorOf(party, facts));
    if (unassigned) throw refusal(unassigned);
    const found = (await listFindings(tx, id, row.revision)).filter((finding) =>
      mayReadFinding(person, finding),
    );
    if (!found.some((finding) => finding.kind === kind && finding.text === text))
      throw new AppError('conflict', 'These words are not in the text any more. Reload the page.');
    const hash = findingHash({ kind, text });
    await keepWords(tx, { submissionId: id, hash, kind, reason, personId: person.id, at });
    const event = { type: 'keep_finding', ...by(party, 'keep_finding'), payload: { kind, hash, reason } };
    await appendEvent(tx, id, event, at);
  });
}
