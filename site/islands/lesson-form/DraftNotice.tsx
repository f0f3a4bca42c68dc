/** Offers the draft of an earlier visit, or says that this one is kept. */
import type { Draft } from './use-draft.ts';

type Props = { draft: Draft; onRestore: () => void };

export function DraftNotice({ draft, onRestore }: Props) {
  if (!draft.offered)
    return (
      <p class="usa-hint" role="status">
        {keptText(draft.keptAt)}
      </p>
    );
  return (
    <section class="usa-alert usa-alert--info" aria-labelledby="draft">
      <div class="usa-alert__body">
        <h2 class="usa-alert__heading" id="draft">
          You have a draft here
        </h2>
        <p class="usa-alert__text">
          This browser kept what you typed on {new Date(draft.offered.savedAt).toLocaleString('en-GB')}.
          Choose first: until then, what you type now is not kept.
        </p>
        <button class="usa-button" type="button" onClick={onRestore}>
          Restore the draft
        </button>
        <button class="usa-button usa-button--outline" type="button" onClick={draft.discard}>
          Discard it
        </button>
      </div>
    </section>
  );
}

const keptText = (keptAt: Date | undefined) =>
  keptAt
    ? `Your lesson was kept in this browser at ${keptAt.toLocaleTimeString('en-GB')}. It stays on this device until you send it.`
    : 'What you type of your lesson is kept in this browser, on this device only, until you send it. Your name and address are not.';
