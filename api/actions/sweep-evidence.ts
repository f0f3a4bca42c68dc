/** Files without a row: left where a process died between the two, or where a row went and its file did not. */
import { listKnownEvidence } from '#api/db/evidence.ts';
import type { Deps } from '#api/deps.ts';
import type { EvidenceKey } from '#api/evidence/store.ts';

/** A file is on the disk before its row. Anything younger may be on its way. Milliseconds. */
const GRACE = 3_600_000;
const BATCH = 200;

/** Remove what is left over. Safe to repeat. */
export async function sweepEvidence({
  db,
  evidence,
  intake,
  now,
}: Pick<Deps, 'db' | 'evidence' | 'intake' | 'now'>): Promise<{ removed: number }> {
  const until = new Date(now().getTime() - GRACE);
  await intake.clear(until);
  let removed = 0;
  let batch: EvidenceKey[] = [];
  const settle = async () => {
    const known = await listKnownEvidence(
      db,
      batch.map(({ id }) => id),
    );
    const orphans = batch.filter(({ id }) => !known.has(id));
    for (const key of orphans) await evidence.remove(key);
    removed += orphans.length;
    batch = [];
  };
  for await (const key of evidence.list(until)) {
    batch.push(key);
    if (batch.length === BATCH) await settle();
  }
  await settle();
  return { removed };
}
