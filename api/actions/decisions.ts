/** Every action of the desk by its name: what its own address runs, and what releasing a prepared decision runs. */
import type { SubmissionRow } from '#api/db/submissions.ts';
import type { Deps } from '#api/deps.ts';
import type { DeskAction, DeskInput, Lettered } from '#schemas/decisions.ts';
import type { Moved } from '#schemas/desk.ts';
import type { Decision } from '#schemas/pending.ts';
import type { PersonParty } from './act.ts';
import { approve } from './approve.ts';
import { assign } from './assign.ts';
import { correct } from './correct.ts';
import { declareConflict } from './declare-conflict.ts';
import { decline } from './decline.ts';
import { finishLab } from './finish-lab.ts';
import { recommend } from './recommend.ts';
import { requestChanges } from './request-changes.ts';
import { retire } from './retire.ts';
import { returnToReview } from './return.ts';
import { revise } from './revise.ts';
import { sendToLab } from './send-to-lab.ts';
import { triage } from './triage.ts';
import { unassign } from './unassign.ts';

type Decisions = {
  [Name in DeskAction]: (
    deps: Deps,
    party: PersonParty,
    id: string,
    input: DeskInput<Name>,
  ) => Promise<SubmissionRow>;
};
export const DECISIONS: Decisions = {
  triage,
  assign,
  unassign,
  recommend,
  revise,
  declare_conflict: declareConflict,
  request_changes: requestChanges,
  send_to_lab: sendToLab,
  finish_lab: finishLab,
  approve,
  return: returnToReview,
  correct,
  decline,
  retire,
};

/** Take a decision that was prepared. */
export const decide = <Name extends Lettered>(
  deps: Deps,
  party: PersonParty,
  id: string,
  { action, input }: Decision<Name>,
): Promise<SubmissionRow> => DECISIONS[action](deps, party, id, input);

/** Where a submission stands after an action. */
export const movedTo = ({ id, state, revision, live }: SubmissionRow): Moved => ({
  id,
  state,
  revision,
  live,
});
