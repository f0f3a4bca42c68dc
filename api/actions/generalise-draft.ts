/** Put the proposals of the re-identification check in place of what it found in a draft. */
import type { Deps } from '#api/deps.ts';
import { applyAll } from '#api/review/identity-check/apply.ts';
import type { Draft } from '#schemas/draft.ts';
import { findingKey, findingsIn } from '#site/forms/draft/IdentityFindings.tsx';
import { saveDraft } from './save-draft.ts';

/** `which`: the key of one finding, or `all`. What has been rewritten since it was shown is passed over. */
export async function generalise(deps: Pick<Deps, 'db' | 'now'>, draft: Draft, which: string): Promise<void> {
  const chosen = findingsIn(draft.values).filter(
    (finding) => which === 'all' || findingKey(finding) === which,
  );
  if (chosen.length > 0) await saveDraft(deps, draft.id, draft.version, applyAll(draft.values, chosen));
}
