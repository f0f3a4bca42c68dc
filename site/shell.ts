/**
 * How the API prints a page in the site's own layout.
 *
 * The build writes `/_shell/index.html`: header, navigation, footer, style sheets and the content security policy of an
 * ordinary page, with a mark in the title and the heading and one where the content goes. The API reads that file from the
 * built site (again after each swap, since asset names change) and calls `fillShell`.
 *
 * `content` must be HTML that our own components rendered: it is not escaped here. It has no `<h1>`:
 * the title is printed as one above it.
 */

export const TITLE_MARK = '%shell-title%';
export const CONTENT_MARK = '%shell-content%';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);

/** Put a title (plain text) and content (rendered HTML) into the built shell. Throws if `shell` is not the shell. */
export function fillShell(shell: string, page: { title: string; content: string }): string {
  for (const mark of [TITLE_MARK, CONTENT_MARK])
    if (!shell.includes(mark)) throw new Error(`The shell has no ${mark}: build the site with this version`);

  // Functions as replacements, because a dollar sign in a string one has a meaning. The content goes in last, so that
  // a mark written by a person inside it stays text.
  return shell.replaceAll(TITLE_MARK, () => escapeHtml(page.title)).replace(CONTENT_MARK, () => page.content);
}
