/** A page with something to say and nothing to fill in. */
import type { ApiPage } from './shell.tsx';

export const messagePage = (title: string, ...paragraphs: readonly string[]): ApiPage => ({
  title,
  content: (
    <div class="page__text prose">
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </div>
  ),
});
