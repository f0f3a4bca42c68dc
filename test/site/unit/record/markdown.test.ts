import fc from 'fast-check';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { Markdown } from '#site/record/markdown.tsx';

const html = (text: string, heading?: number) => renderToString(h(Markdown, { text, heading }));

const TAGS =
  /^<\/?(p|br|hr|strong|em|code|pre|blockquote|ul|ol|li|a|h[2-6])( (href|rel|start)="[^"<>]*")*\/?>$/;
const tagsOf = (text: string) => text.match(/<[^>]*>/g) ?? [];

describe('Markdown', () => {
  test('prints what people write', () => {
    expect(html('One **two** `three`\n\n- a\n- b\n\n[x](https://example.org/?a=1&b=2)')).toBe(
      '<p>One <strong>two</strong> <code>three</code></p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n' +
        '<p><a href="https://example.org/?a=1&amp;b=2" rel="nofollow ugc noopener">x</a></p>',
    );
  });

  test.each([
    ['<script>alert(1)</script>', 'a script'],
    ['text <img src=x onerror=alert(1)> text', 'an image with a handler'],
    ['<svg/onload=alert(1)>', 'an SVG'],
    ['<style>*{display:none}</style>', 'a style'],
    ['<a href="javascript:alert(1)">x</a>', 'a link written as HTML'],
    ['<!-- a comment -->', 'a comment'],
  ])('shows %s as the text it is, because HTML is never printed as HTML', (text) => {
    const printed = html(text);
    expect(tagsOf(printed).filter((tag) => !TAGS.test(tag))).toEqual([]);
    expect(printed).toContain('&lt;');
  });

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java&#x0A;script:alert(1)',
    '&#106;avascript:alert(1)',
    'data:text/html,<b>x</b>',
    'vbscript:x',
    'file:///etc/passwd',
    '//evil.example',
    '/desk/',
    '#main',
  ])('keeps the words of a link to %s and drops the address', (address) => {
    const printed = html(`see [the page](<${address}>) and ![a picture](<${address}>)`);
    expect(printed).toContain('the page');
    expect(printed).not.toContain('<a');
    expect(printed).not.toContain('href');
  });

  test.each(['https://example.org/', 'http://example.org/', 'mailto:a@example.org'])(
    'links to %s',
    (address) => {
      expect(html(`[x](${address})`)).toContain(`href="${address}"`);
    },
  );

  test('prints the description of an image instead of fetching it', () => {
    expect(html('![A graph](https://example.org/a.png) ![two][2]\n\n[2]: https://example.org/b.png')).toBe(
      '<p>A graph two</p>',
    );
  });

  test('sets headings below the section they stand in, without a gap', () => {
    expect(html('### a\n\n# b\n\n###### c\n\n> ## d', 3)).toBe(
      '<h3>a</h3>\n<h3>b</h3>\n<h4>c</h4>\n<blockquote>\n<h4>d</h4>\n</blockquote>',
    );
  });

  test.each([
    ['quotes', '>'.repeat(8_000)],
    ['lists', `${'- '.repeat(4_000)}x`],
    [
      'lists, line by line',
      Array.from({ length: 22 }, (_, line) => `${' '.repeat(32 * line)}${'- '.repeat(16)}x`).join('\n'),
    ],
    ['numbered lists', '1. '.repeat(2_600)],
    ['emphasis', `${'*a _b '.repeat(1_300)}${'_ *'.repeat(1_300)}`],
    ['brackets', '['.repeat(8_000)],
    ['backticks', '`'.repeat(8_000)],
    ['links in links', `${'[a'.repeat(2_000)}${'](b)'.repeat(1_000)}`],
  ])('withstands 8,000 characters of nested %s', (_, text) => {
    const started = process.cpuUsage();
    expect(tagsOf(html(text)).filter((tag) => !TAGS.test(tag))).toEqual([]);
    // Processor time, because the machine may be busy with other tests. Half a minute before there were limits.
    expect(process.cpuUsage(started).user / 1_000).toBeLessThan(2_000);
  });

  test('prints nothing but the elements and attributes on its list, whatever is typed', () => {
    const piece = fc.constantFrom(
      ...[
        '<',
        '>',
        '"',
        "'",
        '[',
        ']',
        '(',
        ')',
        '!',
        '`',
        '*',
        '_',
        '#',
        '\n',
        '\n\n',
        '- ',
        '> ',
        '&',
        ';',
        ':',
        '{',
        '}',
      ],
      ...[
        'script',
        'javascript:',
        'onerror=',
        'style=',
        'a',
        ' ',
        '<img ',
        '<a href=',
        '&#106;',
        '\u0000',
        '\\',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        expect(tagsOf(html(pieces.join(''))).filter((tag) => !TAGS.test(tag))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
