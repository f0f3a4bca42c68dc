/** The letter of a decision: worded from what is known at this moment, or as somebody edited it who read that wording. */
import { createHash } from 'node:crypto';
import { lastRequestNumbers } from '#api/db/change-requests.ts';
import type { Db } from '#api/db/client.ts';
import { type LabRunRow, listNewestRuns } from '#api/db/lab-runs.ts';
import type { SubmissionRow } from '#api/db/submissions.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import { type Known, type SaidWith, wordDecision } from '#api/letters/decisions.ts';
import type { Letter } from '#api/letters/wording.ts';
import { procedureOf, statementDue } from '#api/review/lab-runs.ts';
import type { Lettered } from '#schemas/decisions.ts';
import type { WordedLetter } from '#schemas/pending.ts';
import type { Situation } from './act.ts';

type Needs = Pick<Deps, 'procedures'>;
type Told = Pick<SubmissionRow, 'id' | 'reference' | 'live'>;

/** What the letters of many submissions would tell of at `at`, in as many statements as of one. */
export async function readKnown(
  { procedures }: Needs,
  db: Db,
  rows: readonly Told[],
  at: Date,
): Promise<(row: Told) => Known> {
  const ids = rows.map(({ id }) => id);
  const numbers = await lastRequestNumbers(db, ids);
  const runs = Map.groupBy(await listNewestRuns(db, ids), ({ submissionId }) => submissionId);
  const until = statementDue(at).toISOString().slice(0, 10);
  return ({ id, reference, live }) => ({
    reference,
    live,
    firstNumber: (numbers.get(id) ?? 0) + 1,
    procedures,
    found: { results: resultsOf({ procedures }, runs.get(id) ?? []), until },
  });
}

const resultsOf = ({ procedures }: Needs, runs: readonly LabRunRow[]) =>
  runs.flatMap((run) =>
    run.verdict === null ? [] : [{ title: procedureOf(procedures, run).title, verdict: run.verdict }],
  );

/** The letter that goes with a decision. Refuses with `invalid` an edited one that tells of what is no longer so. */
export async function letterOf<Name extends Lettered>(
  deps: Needs,
  { tx, row, at }: Situation,
  action: Name,
  said: SaidWith<Name>,
): Promise<Letter> {
  const known = (await readKnown(deps, tx, [row], at))(row);
  const worded = wordDecision(action, said, known);
  const { matter = worded.matter, wording = wordingOf(worded) } = said;
  if (wording !== wordingOf(worded)) throw new AppError('invalid', OUTDATED, { issues: [AT_THE_LETTER] });
  return { ...worded, matter };
}

export const OUTDATED =
  'What this letter tells of has changed since it was read. See how it would be worded now, then edit it or send it as it is.';
const AT_THE_LETTER = { path: 'matter', message: OUTDATED };

/** Names the words of a letter: an edited one says from which it began. */
const wordingOf = ({ matter }: Letter) => createHash('sha256').update(matter).digest('base64url');

/** The letter as it would be worded. */
export function worded<Name extends Lettered>(
  action: Name,
  said: SaidWith<Name>,
  known: Known,
): WordedLetter {
  const letter = wordDecision(action, said, known);
  return { matter: letter.matter, wording: wordingOf(letter) };
}
