/** How the last save went, in the writer's words. */
import { Kept } from '#site/forms/draft/DraftForm.tsx';
import { PATHS } from '#site/paths.ts';
import type { Saving } from './saver.ts';

type Props = { saving: Saving; expiresAt: string };

export const SavingNote = ({ saving, expiresAt }: Props) => (
  <div class="saving-note">
    <p
      class={saving.is === 'saved' || saving.is === 'saving' ? 'usa-hint' : 'saving-note__trouble'}
      role="status"
    >
      {wordsFor(saving)}
      {saving.is === 'closed' && (
        <>
          {' '}
          <a href={PATHS.open}>Enter your code</a>
        </>
      )}
    </p>
    <Kept until={expiresAt} />
  </div>
);

function wordsFor(saving: Saving): string {
  switch (saving.is) {
    case 'saved':
      return `Saved at ${new Date(saving.at).toLocaleTimeString('en-GB')}.`;
    case 'saving':
      return 'Saving …';
    case 'offline':
      return 'We cannot reach the server. What you typed is kept in this browser, and we go on trying.';
    case 'closed':
      return 'Your access has ended. What you typed is kept in this browser: enter your code and come back here.';
    case 'stale':
      return 'Not saved yet: this step was changed elsewhere. Save again to keep yours.';
    case 'failed':
      return `${saving.message} Everything that you typed is still here.`;
  }
}
