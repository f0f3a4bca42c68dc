/**
 * Links the first use of each glossary term in the text of a page. It works on the finished page, because only there is
 * known which use comes first: text comes from front matter, MDX, records and components alike. Pure.
 *
 * Only text inside `.prose` is touched, and none in links, headings, code, quotations or drawings. The page must be valid
 * HTML, as all our pages are.
 */
import { termPath } from '#site/paths.ts';

export type Linkable = { id: string; term: string; expands?: string | undefined };

/** Words that mean something everyday more often than the term: a link would explain what was not meant. */
const EVERYDAY = [
  'accept',
  'avoid',
  'control',
  'coverage',
  'deadline',
  'defer',
  'deploy',
  'lesson',
  'mitigate',
  'patch',
  'patched',
  'population',
  'release',
  'restart',
  'road',
  'scan',
  'signature',
  'stale',
  'standing',
  'step',
  'tail',
  'transfer',
  'unknown',
  'upgrade',
  'verify',
  'wall',
];

const LEFT_ALONE =
  /^(a|h[1-6]|code|pre|q|blockquote|cite|svg|script|style|button|label|summary|caption|figcaption|dt|span)$/;
/** Names of roles and lists of sources are no text to read. */
const LEFT_ALONE_CLASS = /\sclass="(?:step__actor|sources)"/;
const TOKEN = /<!--[\s\S]*?-->|<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|'[^']*'|[^'">])*)>|[^<]+/gi;

export type TermLinker = (html: string) => string;

/** Make the function once for all pages. Longer terms win over the shorter ones inside them. */
export function termLinker(terms: readonly Linkable[]): TermLinker {
  const words = terms
    .filter(({ term }) => !EVERYDAY.includes(term.toLowerCase()))
    .flatMap(({ id, term, expands }) => [term, ...(expands ? [expands] : [])].map((word) => ({ id, word })))
    .toSorted((a, b) => b.word.length - a.word.length);
  // Where two terms share a form, the first of them has it.
  const idOf = new Map(words.toReversed().flatMap(({ id, word }) => formsOf(word).map((form) => [form, id])));
  const uses = new RegExp(
    `(?<![\\w,;:.&#/-])(?:${words.flatMap(({ word }) => formsOf(word).map(escaped)).join('|')})(?![\\w-])`,
    'g',
  );

  return (html) => {
    const seen = new Set<string>();
    const linked = (text: string) =>
      text.replace(uses, (use) => {
        const id = idOf.get(use);
        if (id === undefined || seen.has(id)) return use;
        seen.add(id);
        return `<a class="term" href="${termPath(id)}">${use}</a>`;
      });
    return inProse(html, linked);
  };
}

/** A word in singular and plural. What is written with capitals, like KEV, is only found with them. */
function formsOf(word: string): string[] {
  const many = word.endsWith('y') ? `${word.slice(0, -1)}ies` : `${word}s`;
  if (/[A-Z0-9]/.test(word.slice(1))) return [many, word];
  return [many, word].flatMap((form) => [
    `${form.charAt(0).toUpperCase()}${form.slice(1)}`,
    `${form.charAt(0).toLowerCase()}${form.slice(1)}`,
  ]);
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Change each piece of text inside `<div class="prose">` that nothing keeps from it. */
function inProse(html: string, change: (text: string) => string): string {
  const start = html.indexOf('<div class="prose"');
  if (start < 0) return html;
  let depth = 0;
  let kept: { name: string; depth: number } | undefined;
  const changed = html
    .slice(start)
    .replace(TOKEN, (token, closing: string | undefined, name: string | undefined, rest = '') => {
      if (token.startsWith('<!--')) return token;
      if (name === undefined) return depth > 0 && !kept ? change(token) : token;
      const one = closing ? -1 : 1;
      if (name === 'div' && (depth > 0 || /\sclass="prose"/.test(rest))) depth += one;
      if (!kept && !closing && (LEFT_ALONE.test(name) || LEFT_ALONE_CLASS.test(rest)))
        kept = { name, depth: 1 };
      else if (kept?.name === name) kept.depth += one;
      if (kept?.depth === 0) kept = undefined;
      return token;
    });
  return html.slice(0, start) + changed;
}
