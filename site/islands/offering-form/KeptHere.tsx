/** That this browser keeps an offering until it is sent, and how to empty the form. */
import type { Kept } from '../mirror.ts';
import { isSent, KEPT_DAYS } from './kept-offering.ts';

/** What an earlier visit has left in the form. */
export const LeftHere = ({ left, onEmpty }: { left: Kept; onEmpty: () => void }) => (
  <p class="note" role="status">
    {isSent(left)
      ? `You typed this on ${at(left.typedAt)} and sent it, and no answer reached this browser. If our letter has come, it has arrived.`
      : `You typed this on ${at(left.typedAt)} and did not send it. This browser kept it.`}{' '}
    <button class="usa-button usa-button--unstyled" type="button" onClick={onEmpty}>
      Begin with an empty form
    </button>
  </p>
);

const at = (instant: string) =>
  new Date(instant).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' });

type Props = { isEmptied: boolean; onEmpty: () => void; onBringBack: () => void };

export const KeptHere = ({ isEmptied, onEmpty, onBringBack }: Props) => (
  <section aria-labelledby="offering-kept">
    <h2 id="offering-kept">Until you send it</h2>
    <p>
      What you type is kept in this browser and nowhere else, for {KEPT_DAYS} days at most. On a machine that
      others use too, empty the form before you leave.
    </p>
    <button class="usa-button usa-button--outline" type="button" onClick={isEmptied ? onBringBack : onEmpty}>
      {isEmptied ? 'Bring back what stood in it' : 'Empty the form'}
    </button>
    <p role="status">{isEmptied && 'The form is empty, and what stood in it is not kept any more.'}</p>
  </section>
);
