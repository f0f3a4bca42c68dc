/** The letter that goes with a decision of the desk, from what is sent with it and what is known. Pure. */
import type { DeskInput, Lettered } from '#schemas/decisions.ts';
import type { KnownProcedure } from '#schemas/lab-test.ts';
import type { Live } from '#schemas/workflow.ts';
import { compose, type Letter, type Matters } from './wording.ts';

/** What is sent with a decision, as far as its letter tells of it. */
export type Said<Name extends Lettered> = Omit<DeskInput<Name>, 'revision'>;
/** Of any one of the decisions that `Name` may be. */
export type SaidWith<Name extends Lettered> = { [One in Name]: Said<One> }[Name];

/** What letters of decisions tell of beside what is sent with them. */
export type Known = {
  reference: string;
  live: Live;
  /** The number that the first of new requests gets. */
  firstNumber: number;
  procedures: readonly Pick<KnownProcedure, 'id' | 'title'>[];
  /** What the lab has found in the stay that has not ended. */
  found: Omit<Matters['lab_results'], 'note'>;
};

const WRITE: { [Name in Lettered]: (said: Said<Name>, known: Known) => Letter } = {
  triage: (_, { reference }) => compose('review_started', reference, {}),
  approve: (_, { reference }) => compose('text_to_approve', reference, {}),
  decline: (said, { reference, live }) => compose('declined', reference, { ...said, live }),
  return: (said, { reference }) => compose('returned', reference, said),
  request_changes: ({ requests }, { reference, firstNumber }) =>
    compose('changes_requested', reference, {
      requests: requests.map((request, index) => ({ number: firstNumber + index, request })),
    }),
  send_to_lab: ({ note, procedures: chosen }, { reference, procedures }) =>
    compose('lab_dates', reference, {
      note,
      procedures: procedures.filter(({ id }) => chosen.includes(id)).map(({ title }) => title),
    }),
  finish_lab: ({ note }, { reference, found }) => compose('lab_results', reference, { note, ...found }),
  correct: (said, { reference }) => compose('correction_opened', reference, said),
  retire: (said, { reference }) => compose('retired', reference, said),
};

/** The letter as it is worded. Whoever edits it changes its matter; subject and body, which holds the link, stay. */
export const wordDecision = <Name extends Lettered>(
  action: Name,
  said: SaidWith<Name>,
  known: Known,
): Letter => WRITE[action](said, known);
