/** What has happened to a submission, on the page of its submitter: each revision with what it changed, and our letters. */
import type { Status } from '#schemas/status.ts';
import { longDate } from '#site/dates.ts';
import type { Named } from '#site/record/named.ts';
import { SentDifferences } from '#site/record/SentDifferences.tsx';

const AUTHORS = { you: 'by you', desk: 'by the desk', copy: 'a copy, to begin a new round' } as const;

export const History = ({ status: { revisions, letters }, named }: { status: Status; named: Named }) => (
  <section aria-labelledby="history">
    <h2 id="history">What has happened</h2>
    <h3>Revisions of the text</h3>
    <ol>
      {revisions.map(({ number, by, on, note }) => (
        <li key={number} value={number}>
          {longDate(on)}, {AUTHORS[by]}
          {note && `: ${note}`}
          <Changed number={number} revisions={revisions} named={named} />
        </li>
      ))}
    </ol>
    <h3>Letters to you</h3>
    <ul>
      {letters.map(({ matter, on }) => (
        <li key={`${on} ${matter}`}>
          {longDate(on)}
          <p class="as-written">{matter}</p>
        </li>
      ))}
    </ul>
  </section>
);

/** What a revision changed; nothing where it is the first one, or a copy with which a round begins. */
type ChangedProps = Pick<Status, 'revisions'> & { number: number; named: Named };

function Changed({ number, revisions, named }: ChangedProps) {
  const after = revisions.find((one) => one.number === number);
  const before = revisions.find((one) => one.number === number - 1);
  if (!after || !before || after.by === 'copy') return null;
  return (
    <details>
      <summary>
        What it changed<span class="usa-sr-only"> in revision {number}</span>
      </summary>
      <SentDifferences before={before.content} after={after.content} named={named} />
    </details>
  );
}
