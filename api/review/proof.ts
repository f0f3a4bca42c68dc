/**
 * What needs more than an open session: somebody who finds a desk unlocked must not decide, nor change who decides.
 * Pure. Nobody is asked on a machine of one's own, where there need not be a second factor.
 */

/** How long a second factor that was shown counts. */
export const PROOF_MINUTES = 30;

/** Actions of the workflow among them; the routes ask for the rest by these names. */
const NEEDS_PROOF = [
  'approve',
  'decline',
  'return',
  'correct',
  'retire',
  'release_decisions',
  'read_contact',
  'invite_person',
  'change_roles',
  'remove_person',
  'change_second_factor',
  'change_passkeys',
] as const;
export type NeedsProof = (typeof NEEDS_PROOF)[number];

export const needsProof = (action: string): action is NeedsProof => NEEDS_PROOF.some((one) => one === action);

/** Whether a second factor was shown shortly before `now`. */
export const isProven = (provenAt: Date | undefined, now: Date): boolean =>
  provenAt !== undefined && now.getTime() - provenAt.getTime() < PROOF_MINUTES * 60_000;
