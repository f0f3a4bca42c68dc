/** The few pages that the API prints, in the site's own layout. They hold no script and no style, as its policy demands. */
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { fillShell } from '#site/shell.ts';

/** `title` is plain text; it becomes the heading too, so `content` begins below it. */
export type ApiPage = { title: string; content: VNode };

/** Print a page into the shell of the site that is being served (`site.shell()`). */
export const renderInShell = (shell: string, { title, content }: ApiPage): string =>
  fillShell(shell, { title, content: renderToString(content) });
