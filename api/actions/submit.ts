/** Take a submission: stored, signed for, and not read by anybody until its address is confirmed. */
import { isBlocked } from '#api/db/blocks.ts';
import type { Db } from '#api/db/client.ts';
import { addCode } from '#api/db/codes.ts';
import { advanceBegun, type Beginning, begin } from '#api/db/submissions.ts';
import type { Deps } from '#api/deps.ts';
import { compose } from '#api/letters/wording.ts';
import { blockingKeys } from '#api/review/blocks.ts';
import { hashCode, newCode } from '#api/review/secret-code.ts';
import { together } from '#api/together.ts';
import type { Submission, Submitted } from '#schemas/submission.ts';
import { checkNamed } from './check-named.ts';
import { beginningOf } from './receive.ts';
import { refuseBlocked } from './refuse-blocked.ts';

/** A submission that may be stored: what is kept of it, the hash of its code, and the digest for its first event. */
type Arrival = { beginning: Beginning; codeHash: string; digest: string };

/**
 * Store a submission and queue the letter that asks to confirm its address.
 * The answer holds the only copy of the code and of the nonce: both are shown once.
 * Refuses with `invalid` what is named and does not exist, such as a step that no reference process has,
 * and with `forbidden` what comes from a blocked address.
 */
export async function submit(deps: Deps, submission: Submission): Promise<Submitted> {
  checkNamed(deps, submission.content);
  const { beginning, nonce, digest } = beginningOf(deps, submission, deps.now());
  const token = newCode(deps.random);

  await doorOf(deps)({ beginning, codeHash: hashCode(token), digest });
  const { id, receipt } = beginning;
  return { id, token, state: 'unconfirmed', receipt, nonce };
}

/** Submissions that one transaction stores at most. */
const MOST_TOGETHER = 50;

// One for each app, since only what goes through the same door can be stored together.
const doors = new WeakMap<Deps, (arrival: Arrival) => Promise<void>>();

function doorOf(deps: Deps) {
  const door =
    doors.get(deps) ??
    together(MOST_TOGETHER, async (arrivals: readonly Arrival[]) => {
      await storeAll(deps, arrivals);
      return arrivals.map(() => undefined);
    });
  doors.set(deps, door);
  return door;
}

/** Store submissions as drafts and submit them, all in one transaction: a statement with fifty rows costs little more than with one. */
async function storeAll({ db, jobs, now }: Deps, arrivals: readonly Arrival[]): Promise<void> {
  await db.transaction(async (tx) => {
    await refuseAnyBlocked(tx, arrivals);
    await begin(tx, ...arrivals.map(({ beginning }) => beginning));
    await addCode(
      tx,
      ...arrivals.map(({ beginning: { id, at }, codeHash }) => ({
        hash: codeHash,
        submissionId: id,
        mailed: false,
        createdAt: at,
      })),
    );
    await advanceBegun(
      tx,
      jobs,
      { from: 'draft', revision: 1, to: 'unconfirmed', at: now() },
      arrivals.map(({ beginning: { id, reference }, digest }) => ({
        id,
        event: { type: 'submit', actor: 'submitter', payload: { digest } },
        letters: [{ ...compose('confirm_address', reference, {}), to: 'contact' }],
      })),
    );
  });
}

/** Ask for all of them at once, and for each only where somebody is blocked: then the others are stored without that one. */
async function refuseAnyBlocked(tx: Db, arrivals: readonly Arrival[]): Promise<void> {
  const addresses = [...new Set(arrivals.map(({ beginning }) => beginning.contact.email))];
  if (!(await isBlocked(tx, addresses.flatMap(blockingKeys)))) return;
  for (const address of addresses) await refuseBlocked(tx, address, 'contact.email');
}
