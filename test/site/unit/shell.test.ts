import { describe, expect, test } from 'vitest';
import { CONTENT_MARK, fillShell, TITLE_MARK } from '#site/shell.ts';

const shell = `<title>${TITLE_MARK} · Patch Commons</title><main><h1>${TITLE_MARK}</h1>${CONTENT_MARK}</main>`;

describe('fillShell', () => {
  test('prints the title as text and the content as the HTML it is', () => {
    expect(fillShell(shell, { title: 'Rings & <canaries>', content: '<p>Hello</p>' })).toBe(
      '<title>Rings &amp; &lt;canaries&gt; · Patch Commons</title><main><h1>Rings &amp; &lt;canaries&gt;</h1><p>Hello</p></main>',
    );
  });

  test('leaves dollar signs alone, because they mean something to String.replace', () => {
    expect(fillShell(shell, { title: '$& $1', content: "<p>$' costs $$5</p>" })).toBe(
      "<title>$&amp; $1 · Patch Commons</title><main><h1>$&amp; $1</h1><p>$' costs $$5</p></main>",
    );
  });

  test('leaves a mark that somebody wrote into the content as text', () => {
    const content = `<p>${TITLE_MARK}${CONTENT_MARK}</p>`;
    expect(fillShell(shell, { title: 'Status', content })).toContain(`<h1>Status</h1>${content}</main>`);
  });

  test('refuses a file that is not the shell', () => {
    expect(() => fillShell('<title>Other</title>', { title: 'Status', content: '' })).toThrow(
      'build the site',
    );
  });
});
