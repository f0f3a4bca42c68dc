/** What the record of a review tells about time: which events move a submission, and where to. Pure, from the workflow. */
import { ACTIONS, type Action, STATES, type State } from '#schemas/workflow.ts';
import { type Rule, TRANSITIONS } from './workflow.ts';

const rules = ACTIONS.map((action): [Action, Rule] => [action, TRANSITIONS[action]]);
/** What may lead to any state leads to the one it came from. */
const staysWhereItIs = ({ from, to }: Rule) =>
  typeof to === 'string' ? from.every((state) => state === to) : to.oneOf === STATES;

/** Actions after which a submission is in another state than before. */
export const MOVES: readonly Action[] = rules
  .filter(([, rule]) => !staysWhereItIs(rule))
  .map(([action]) => action);

/** The state that an action leads to, where that is always the same. */
export const LEADS_TO: readonly (readonly [Action, State])[] = rules.flatMap(([action, rule]) =>
  typeof rule.to === 'string' && !staysWhereItIs(rule) ? [[action, rule.to] as const] : [],
);

/** Nobody waits for anybody any more. */
export const CLOSED_STATES = [
  'published',
  'declined',
  'withdrawn',
  'lapsed',
] as const satisfies readonly State[];
