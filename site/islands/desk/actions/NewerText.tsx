/** Warns somebody whose editing began from a text that is no longer the newest: saving would undo what others wrote. */
import { SentDifferences } from '#site/record/SentDifferences.tsx';
import { useDesk } from '../context.ts';
import { useOpened } from '../submission/context.ts';

type Props = {
  /** The revision from which the editing began. */
  began: number;
  onStartAgain: () => void;
};

export function NewerText({ began, onStartAgain }: Props) {
  const { steps, choices } = useDesk();
  const { revision, revisions, content } = useOpened().submission;
  const before = revisions.find(({ number }) => number === began)?.content;
  if (!before || began === revision) return null;
  return (
    <section class="note note--care" aria-labelledby="newer-text">
      <h3 id="newer-text">There is a newer text than the one you began from</h3>
      <p>
        You began from revision {began}; revision {revision} has come since. Below is what it changed. Take
        over what should stay: saving replaces all of it.
      </p>
      <SentDifferences before={before} after={content} named={{ steps, choices }} />
      <button class="usa-button usa-button--outline" type="button" onClick={onStartAgain}>
        Drop what I typed, start from revision {revision}
      </button>
    </section>
  );
}
