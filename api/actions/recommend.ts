/** A reviewer says what should become of a revision, and why. */
import { recommend as store } from '#api/db/reviews.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { DeskInput } from '#schemas/decisions.ts';
import { CRITERIA, misfitOf, RUBRIC_VERSION, type Rubric } from '#schemas/rubric.ts';
import type { SubmissionKind } from '#schemas/vocabulary.ts';
import { act, type PersonParty } from './act.ts';

/** Refuses with `invalid` scores that this kind of text does not have, or the lack of one that it has. */
export const recommend = (deps: Deps, party: PersonParty, id: string, input: DeskInput<'recommend'>) =>
  act(deps, { party, id, action: 'recommend', input }, async ({ tx, row, at }) => {
    const rubric = input.verdict === 'abstain' ? null : input.rubric;
    if (rubric) checkFit(row.kind, rubric);
    await store(tx, {
      submissionId: id,
      revision: row.revision,
      personId: party.person.id,
      verdict: input.verdict,
      note: input.note,
      rubric,
      rubricVersion: rubric && RUBRIC_VERSION,
      madeAt: at,
    });
    return {};
  });

function checkFit(kind: SubmissionKind, rubric: Rubric): void {
  const misfit = misfitOf(kind, rubric);
  if (misfit === undefined) return;
  const { name } = CRITERIA[misfit];
  const message = rubric[misfit] ? `“${name}” is not asked of a ${kind}. Leave it out.` : `Score “${name}”.`;
  throw new AppError('invalid', 'The scores do not fit what is reviewed.', {
    issues: [{ path: `rubric.${misfit}.score`, message }],
  });
}
