/** Whether the desk has the people that a rule asks for. A rule is never relaxed: a desk too small for it hears whom to invite. */
import type { Action, Role } from '#schemas/workflow.ts';
import type { DeskPerson } from './facts.ts';

export const REVIEWERS_NEEDED = 2;

/** Editors review too: on a small desk the editor who approves is one of the two. */
export const REVIEWING_ROLES = ['reviewer', 'editor'] as const satisfies readonly Role[];

const NUMBERS = ['none', 'one', 'two', 'three', 'four', 'five', 'six'];
/** 0 to 6 in words, more in digits. */
export const inWords = (count: number) => NUMBERS[count] ?? String(count);
/** “there is one”, “there are none”. */
export const thereAre = (count: number) => `there ${count === 1 ? 'is' : 'are'} ${inWords(count)}`;

export const holds = ({ roles }: Pick<DeskPerson, 'roles'>, role: Role) => new Set(roles).has(role);

/** Those who may review: no conflict, and a role that reviews. What keeps the others away is nobody's to see. */
export const availableReviewers = (people: readonly DeskPerson[]) =>
  people.filter((person) => !person.conflicted && REVIEWING_ROLES.some((role) => holds(person, role)));

const available = (people: readonly DeskPerson[], role: Role) =>
  people.filter((person) => !person.conflicted && holds(person, role));

/** There are editors, and none of them may see this submission: the escalation address hears of it. */
export const needsIndependentEditor = (people: readonly DeskPerson[]) =>
  people.some((person) => holds(person, 'editor')) && available(people, 'editor').length === 0;

/**
 * Whom to invite before `action` can be done on a submission by `people`, in a sentence; nothing if the desk is large enough.
 * For an approval, leave out of `people` those who wrote the text.
 */
export function missingPeople(action: Action, people: readonly DeskPerson[]): string | undefined {
  if (action === 'triage' || action === 'approve') return missingReviewers(people) ?? missingEditor(people);
  if ((action === 'send_to_lab' || action === 'finish_lab') && available(people, 'lab').length === 0)
    return 'Invite a person for the lab: nobody is available to test this.';
  return undefined;
}

function missingReviewers(people: readonly DeskPerson[]) {
  const count = availableReviewers(people).length;
  if (count >= REVIEWERS_NEEDED) return undefined;
  const wanted = count === 0 ? 'two reviewers' : 'one more reviewer';
  return `Invite ${wanted}: ${inWords(REVIEWERS_NEEDED)} people must be available for this, and ${thereAre(count)}.`;
}

const missingEditor = (people: readonly DeskPerson[]) =>
  available(people, 'editor').length > 0
    ? undefined
    : 'Invite an editor: nobody is available to decide on this.';
