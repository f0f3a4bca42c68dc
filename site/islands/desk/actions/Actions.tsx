/** What the person can do now, what still stands in the way of the rest, and texts whose action has gone. */
import { useState } from 'preact/hooks';
import type { DeskAction } from '#schemas/decisions.ts';
import type { DeskSubmission } from '#schemas/desk.ts';
import { PENDING_HASH } from '../routes.ts';
import { useOpened } from '../submission/context.ts';
import { ACTION_WORDS, OFFERED_ORDER } from '../words.ts';
import { Disclosed } from './Disclosed.tsx';
import { KeptText } from './KeptText.tsx';

export const ACTIONS_ID = 'what-you-can-do';

/** A decision that waits to be released. */
const Prepared = ({ action, by }: NonNullable<DeskSubmission['pending']>) => (
  <p class="note note--care">
    <strong>
      {ACTION_WORDS[action].name}: prepared by {by}.
    </strong>{' '}
    It has no effect yet. Look it over under <a href={PENDING_HASH}>pending decisions</a>.
  </p>
);

export function Actions() {
  const { submission } = useOpened();
  const [open, setOpen] = useState<DeskAction>();
  const offered = OFFERED_ORDER.flatMap((action) => {
    const offer = submission.actions.find((one) => one.action === action);
    return offer ? [{ action, blockedBy: offer.blockedBy }] : [];
  });
  return (
    <section class="desk-actions" aria-labelledby={ACTIONS_ID}>
      <h2 id={ACTIONS_ID} tabIndex={-1} data-key="a">
        What you can do
      </h2>
      {submission.missing && (
        <p class="note note--care">
          <strong>The desk is too small.</strong> {submission.missing}
        </p>
      )}
      {submission.pending && <Prepared {...submission.pending} />}
      {offered.length === 0 && <p>Nothing at the moment. The table above says who acts next.</p>}
      {offered.map(({ action, blockedBy }) => (
        <Disclosed
          key={action}
          action={action}
          blockedBy={blockedBy}
          isOpen={open === action}
          onToggle={() => setOpen(open === action ? undefined : action)}
        />
      ))}
      <KeptText offered={offered.map(({ action }) => action)} />
    </section>
  );
}
