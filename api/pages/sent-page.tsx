/** What is shown once after a form was sent without scripts. */
import { Sent, type SentView } from '#site/forms/Sent.tsx';
import type { ApiPage } from './shell.tsx';

export const sentPage = (view: SentView): ApiPage => ({
  title: 'We have it. One thing is left to do',
  content: (
    <div class="page__text">
      <Sent {...view} />
    </div>
  ),
});
