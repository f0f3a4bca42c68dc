import { describe, expect, test } from 'vitest';
import { numberCaptions } from '#site/guide/number-captions.ts';

const table = (caption: string, id = '') =>
  `<table><caption${id}>${caption}</caption><tr><td>1</td></tr></table>`;

describe('numberCaptions', () => {
  test('numbers tables and figures, each in the order of the page', () => {
    expect(
      numberCaptions(`${table('Rules')}<figure><figcaption>A way.</figcaption></figure>${table('Cells')}`),
    ).toBe(
      `${table('<span class="caption-number">Table 1.</span> Rules', ' id="table-1"')}` +
        '<figure><figcaption id="figure-1"><span class="caption-number">Figure 1.</span> A way.</figcaption></figure>' +
        `${table('<span class="caption-number">Table 2.</span> Cells', ' id="table-2"')}`,
    );
  });

  test('a link to a table tells its number, wherever the table stands', () => {
    const page = `<p>See <a class="x" href="#rules">the rules</a> and <a href="#a">A</a>.</p>${table('Rules', ' id="rules"')}`;
    expect(numberCaptions(page)).toContain(
      '<p>See <a class="x" href="#rules">the rules (Table 1)</a> and <a href="#a">A</a>.</p>',
    );
  });

  test('fills the lists of tables and figures with the first sentence of each caption', () => {
    const list = (inside = '') => `<nav data-list-of="caption"><h2>Tables</h2><ul>${inside}</ul></nav>`;
    const page = `${list()}${table('Zone <b>1</b> <small>Trust. Much.</small>')}${table('Two. More.')}`;
    const filled = list(
      '<li><a href="#table-1">Table 1. Zone 1</a></li><li><a href="#table-2">Table 2. Two</a></li>',
    );
    expect(numberCaptions(page).startsWith(`${filled}<table>`)).toBe(true);
    expect(numberCaptions(list())).toBe('');
  });

  test('a page without tables stays as it is', () => {
    const page = '<p>Text with <a href="#x">a link</a>.</p>';
    expect(numberCaptions(page)).toBe(page);
  });
});
