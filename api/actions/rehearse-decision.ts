/** What a decision would be refused for, and the letter that would go with it. Nothing of it happens. */
import type { Person } from '#api/db/people.ts';
import { findVisible } from '#api/db/submissions.ts';
import type { Deps } from '#api/deps.ts';
import { AppError, notFound } from '#api/errors.ts';
import type { Decision, WordedLetter } from '#schemas/pending.ts';
import { readKnown, worded } from './decision-letter.ts';
import { decide } from './decisions.ts';

/** Ends the transaction of a rehearsal. */
class Rehearsed extends Error {}

/** Take the decision and undo it: refuses whatever the action itself would refuse now, with issues at the fields of `input`. */
export async function rehearse(deps: Deps, person: Person, id: string, asked: Decision): Promise<void> {
  try {
    await deps.db.transaction(async (tx) => {
      await decide({ ...deps, db: tx }, { kind: 'person', person }, id, asked);
      throw new Rehearsed();
    });
  } catch (error) {
    if (error instanceof Rehearsed) return;
    throw error instanceof AppError ? ofInput(error) : error;
  }
}

const ofInput = ({ code, message, issues }: AppError) =>
  new AppError(code, message, {
    issues: issues.map((issue) => ({ ...issue, path: `input.${issue.path}` })),
  });

/** The letter of a decision as it would go now, for somebody who could decide so. */
export async function readLetter(
  deps: Deps,
  person: Person,
  id: string,
  asked: Decision,
): Promise<WordedLetter> {
  const { db, now } = deps;
  const row = await findVisible(db, person, id);
  if (!row) throw notFound();
  await rehearse(deps, person, id, asked);
  const letter = worded(asked.action, asked.input, (await readKnown(deps, db, [row], now()))(row));
  return { ...letter, matter: asked.input.matter ?? letter.matter };
}
