/** The form of a comment answered again, with what needs attention. */
import type { Issue } from '#schemas/problem.ts';
import { CommentForm } from '#site/forms/comment/CommentForm.tsx';
import type { CommentedText } from '#site/forms/comment/texts.ts';
import type { FormValues } from '#site/forms/names.ts';
import type { ApiPage } from './shell.tsx';

export const commentPage = (text: CommentedText, values: FormValues, issues: readonly Issue[]): ApiPage => ({
  title: `Comment on ${text.title}`,
  content: (
    <div class="page__text">
      <h2>Version {text.version}</h2>
      <CommentForm text={text} values={values} issues={issues} />
    </div>
  ),
});
