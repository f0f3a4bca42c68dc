/** Letters to the desk about a submission: work for those who may see it, and a call for help where nobody may. */
import type { Addressed } from '#api/db/letters.ts';
import { compose } from '#api/letters/wording.ts';
import { recommendingPublication } from '#api/review/conditions.ts';
import {
  availableReviewers,
  holds,
  needsIndependentEditor,
  REVIEWERS_NEEDED,
} from '#api/review/desk-size.ts';
import type { Facts } from '#api/review/facts.ts';
import type { State } from '#schemas/workflow.ts';

/** Tell those among `ids` who may see it that something waits for them. A conflict may have come since they were assigned. */
export const tellPeople = ({ desk }: Facts, ids: readonly string[], reference: string): Addressed[] =>
  availableReviewers(desk)
    .filter(({ id }) => ids.includes(id))
    .map(({ id }) => ({ ...compose('work_waiting', reference, {}), to: { personId: id } }));

/** Tell every editor who may see it; where all of them are in conflict, the escalation address. */
export const tellEditors = (facts: Facts, reference: string): Addressed[] =>
  independentEditorNeeded(facts) ?? tellPeople(facts, freeEditors(facts), reference);

const APPROVED: readonly State[] = ['sign_off', 'accepted'];

/** Tell editors of a text that was approved on a word that is void by now: one of them must take it back into review. */
export const tellOfVoid = (facts: Facts, reference: string): Addressed[] =>
  APPROVED.includes(facts.state) && recommendingPublication(facts).length < REVIEWERS_NEEDED
    ? tellEditors(facts, reference)
    : [];

/** Editors without a conflict. */
export const freeEditors = ({ desk }: Facts): string[] =>
  desk.filter((person) => !person.conflicted && holds(person, 'editor')).map(({ id }) => id);

/** The letter to the escalation address, where every editor is in conflict. It says nothing of the submission. */
export const independentEditorNeeded = ({ desk }: Facts): Addressed[] | undefined =>
  needsIndependentEditor(desk)
    ? [{ ...compose('independent_editor_needed', undefined, {}), to: 'escalation' }]
    : undefined;
