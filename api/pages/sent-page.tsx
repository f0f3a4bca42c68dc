/** What is shown once after a form was sent. The script of the site's shell then forgets what the browser kept of it. */
import { Sent, type SentView } from '#site/forms/Sent.tsx';
import type { ApiPage } from './shell.tsx';

export const sentPage = (view: SentView): ApiPage => ({
  title: 'We have it. One thing is left to do',
  content: (
    <div class="page__text" id={`sent-${view.submission.kind}`}>
      <Sent {...view} />
    </div>
  ),
});
