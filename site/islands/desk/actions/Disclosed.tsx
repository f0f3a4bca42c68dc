/** One action: its name opens its form. An action that cannot be done yet says why instead. */
import type { FunctionComponent } from 'preact';
import type { DeskAction } from '#schemas/decisions.ts';
import { submissionHash } from '../routes.ts';
import { useOpened } from '../submission/context.ts';
import { ACTION_WORDS } from '../words.ts';
import { Approve } from './Approve.tsx';
import { Assign, Unassign } from './Assign.tsx';
import { DeclareConflict } from './DeclareConflict.tsx';
import { Decline } from './Decline.tsx';
import { Recommend } from './Recommend.tsx';
import { RequestChanges } from './RequestChanges.tsx';
import { SendToLab } from './SendToLab.tsx';
import { Triage } from './Triage.tsx';
import { Correct, FinishLab, Retire, Return } from './with-a-reason.tsx';

const FORMS = {
  triage: Triage,
  assign: Assign,
  unassign: Unassign,
  recommend: Recommend,
  declare_conflict: DeclareConflict,
  request_changes: RequestChanges,
  send_to_lab: SendToLab,
  finish_lab: FinishLab,
  approve: Approve,
  return: Return,
  correct: Correct,
  decline: Decline,
  retire: Retire,
} as const satisfies Record<Exclude<DeskAction, 'revise'>, FunctionComponent>;

type Props = {
  action: DeskAction;
  blockedBy: string | undefined;
  isOpen: boolean;
  onToggle: () => void;
};

export function Disclosed({ action, blockedBy, isOpen, onToggle }: Props) {
  const { id } = useOpened().submission;
  const { name } = ACTION_WORDS[action];
  if (blockedBy !== undefined) return <Blocked name={name} blockedBy={blockedBy} />;
  if (action === 'revise')
    return (
      <h3 class="desk-action">
        <a href={submissionHash(id, 'revise')}>{name}</a>
      </h3>
    );
  const Form = FORMS[action];
  return (
    <>
      <h3 class="desk-action">
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={isOpen ? `form-${action}` : undefined}
          onClick={onToggle}
        >
          {name}
        </button>
      </h3>
      {isOpen && (
        <div id={`form-${action}`}>
          <Form />
        </div>
      )}
    </>
  );
}

const Blocked = ({ name, blockedBy }: { name: string; blockedBy: string }) => (
  <div class="desk-action desk-action--blocked">
    <h3>{name}: not yet</h3>
    <p>{blockedBy}</p>
  </div>
);
