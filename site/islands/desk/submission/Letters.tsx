/** The letters to the submitter. What left by mail is neutral; this is what stands behind their link. */
import { instantWords } from '../ageing.ts';
import { letterWords } from '../words.ts';
import { useOpened } from './context.ts';

const DELIVERY_WORDS = { queued: 'On its way', sent: 'Sent', failed: 'Could not be delivered' } as const;

export function Letters() {
  const { letters } = useOpened().submission;
  return (
    <section aria-labelledby="letters">
      <h3 id="letters">Letters to the submitter</h3>
      {letters.length === 0 && <p>None yet.</p>}
      {letters.map(({ kind, matter, at, state }) => (
        <details key={`${kind} ${at}`} class="desk-letter">
          <summary>
            {letterWords(kind)}, {instantWords(at)}: {DELIVERY_WORDS[state]}
          </summary>
          <p class="desk-as-written">{matter}</p>
        </details>
      ))}
    </section>
  );
}
