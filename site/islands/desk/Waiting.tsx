/** Since when something is where it is, and whether that is late. */
import { longDate } from '#site/dates.ts';
import { dueWords, waitingWords } from './ageing.ts';

export function Waiting({ since, expectedBy }: { since: string; expectedBy?: string | undefined }) {
  const now = new Date();
  const due = dueWords(expectedBy, now);
  return (
    <>
      <span class="desk-nowrap">{waitingWords(since, now)}</span>
      {expectedBy && due && (
        <>
          , <strong class={`desk-due desk-due--${due.standing}`}>{due.words}</strong>{' '}
          <span>
            (expected by <time dateTime={expectedBy}>{longDate(expectedBy)}</time>)
          </span>
        </>
      )}
    </>
  );
}
