/** A reviewer says what should become of a revision, and why. */
import { recommend as store } from '#api/db/reviews.ts';
import type { Deps } from '#api/deps.ts';
import { type DeskInput, RUBRIC_VERSION } from '#schemas/decisions.ts';
import { act, type PersonParty } from './act.ts';

export const recommend = (deps: Deps, party: PersonParty, id: string, input: DeskInput<'recommend'>) =>
  act(deps, { party, id, action: 'recommend', input }, async ({ tx, row, at }) => {
    const { verdict, note, rubric } = input;
    await store(tx, {
      submissionId: id,
      revision: row.revision,
      personId: party.person.id,
      verdict,
      note,
      rubric: rubric ?? null,
      rubricVersion: rubric ? RUBRIC_VERSION : null,
      madeAt: at,
    });
    return {};
  });
