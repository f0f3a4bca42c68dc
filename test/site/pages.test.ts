/** What must hold on every page that the build writes, as far as its files can tell. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type ConfigData, HtmlValidate } from 'html-validate';
import { describe, expect, inject, test } from 'vitest';
import { isListed, PATHS } from '#site/paths.ts';
import { fileOf, listPages } from '#test/support/built-site.ts';

const folder = inject('siteFolder');
const pages = await listPages(folder);
const htmlOf = (path: string) => readFile(fileOf(folder, path), 'utf8');
const matches = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map(([, found = '']) => found);
const idsOf = async (path: string) => new Set(matches(await htmlOf(path), / id="([^"]+)"/g));

/** Pages that the API answers with, in the site's shell. */
const PRINTED_BY_API: readonly string[] = [PATHS.status];

const RULES = {
  // Astro writes `<!DOCTYPE` and expands empty elements of SVG; both are correct HTML.
  'doctype-style': 'off',
  'no-self-closing': 'off',
  // A title longer than 70 characters is cut in a list of results, which is no fault of the page.
  'long-title': 'off',
  // Words are broken by style, not by no-break spaces in telephone numbers that we do not have.
  'tel-non-breaking': 'off',
} as const;
const validatorWith = (rules: ConfigData['rules']) =>
  new HtmlValidate({ extends: ['html-validate:recommended'], rules: { ...RULES, ...rules } });
const validator = validatorWith({});
/** Preact writes `<input/>`, which is correct HTML too, and cannot be told to write `<input>` as Astro does. */
const formValidator = validatorWith({ 'void-style': 'off' });
const holdsForm = (path: string) => path.startsWith(PATHS.submit) || path.startsWith(PATHS.comments);

/** Astro puts the one style rule of its islands before the first of them. Its hash is in the policy. */
const ISLAND_STYLE = '<style>astro-island,astro-slot,astro-static-slot{display:contents}</style>';

test('the build writes pages', () => {
  expect(pages).toContain('/');
});

describe.each(pages)('%s', (path) => {
  test('is valid HTML', async () => {
    const html = (await htmlOf(path)).replace(ISLAND_STYLE, '');
    const report = await (holdsForm(path) ? formValidator : validator).validateString(html, path);
    const faults = report.results.flatMap(({ messages }) => messages);
    expect(
      faults.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`),
    ).toEqual([]);
  });

  test('links only to pages and fragments that exist', async () => {
    const links = matches(await htmlOf(path), /<a\b[^>]*? href="([^"]+)"/g);
    const broken: string[] = [];
    for (const link of new Set(links)) if (!(await resolves(path, link))) broken.push(link);
    expect(broken).toEqual([]);
  });

  test('has a policy that allows nothing inline and nothing from elsewhere', async () => {
    const [policy = ''] = matches(
      await htmlOf(path),
      /<meta http-equiv="content-security-policy" content="([^"]+)"/g,
    );
    expect(policy).toContain("default-src 'self'");
    for (const directive of ["object-src 'none'", "base-uri 'none'", "form-action 'self'"])
      expect(policy).toContain(directive);
    expect(policy).not.toMatch(/unsafe-|https?:|\*|data:/);
  });

  test('has no style attribute and no handler attribute, because the policy would drop them', async () => {
    const tags = matches(await htmlOf(path), /(<[a-z][^>]*>)/gi);
    expect(tags.filter((tag) => /\s(style|on[a-z]+)="/i.test(tag))).toEqual([]);
  });

  test('keeps the space between a word and the link or emphasis beside it', async () => {
    const html = await htmlOf(path);
    expect(matches(html, /(\S{0,20}[\w,;:.]<(?:a|strong|em|code|time)[ >].{0,40})/g)).toEqual([]);
    expect(matches(html, /(\S{0,20}<\/(?:a|strong|em|code|time)>[\w(].{0,20})/g)).toEqual([]);
  });

  test('names itself once: one heading, one title, one description', async () => {
    const html = await htmlOf(path);
    expect(matches(html, /(<h1[\s>])/g)).toHaveLength(1);
    expect(matches(html, /<title>([^<]+)<\/title>/g)).toHaveLength(1);
    expect(matches(html, /<meta name="description" content="([^"]+)"/g)).toHaveLength(1);
  });

  test('tells search engines of itself only if it is a destination', async () => {
    const html = await htmlOf(path);
    const listed = isListed(path) && path !== '/404.html';
    expect(html.includes('<meta name="robots" content="noindex">')).toBe(!listed);
    expect(html.includes('<link rel="canonical"')).toBe(listed);
  });
});

test('the site map lists the pages that are destinations, and no others', async () => {
  const map = await readFile(`${folder}/sitemap-0.xml`, 'utf8');
  const listed = matches(map, /<loc>([^<]+)<\/loc>/g).map((address) => new URL(address).pathname);
  expect(listed.toSorted()).toEqual(
    pages.filter((path) => isListed(path) && path !== '/404.html').toSorted(),
  );
});

test('security.txt names a contact and a day on which it expires', async () => {
  const text = await readFile(`${folder}/.well-known/security.txt`, 'utf8');
  expect(text).toMatch(/^Contact: mailto:security@/m);
  const [expires = ''] = matches(text, /^Expires: (.+)$/gm);
  expect(Date.parse(expires)).toBeGreaterThan(Date.now());
});

/** Whether a link from `path` leads to something: a built file with that fragment, an answer of the API, or another host. */
async function resolves(path: string, link: string): Promise<boolean> {
  const target = new URL(link.replaceAll('&amp;', '&'), `http://site${path}`);
  if (target.host !== 'site')
    return target.protocol === 'https:' || target.protocol === 'mailto:' || target.protocol === 'http:';
  if (target.pathname.startsWith('/api/') || PRINTED_BY_API.includes(target.pathname)) return true;
  if (!existsSync(fileOf(folder, target.pathname))) return false;
  if (target.hash === '' || !target.pathname.endsWith('/')) return true;
  return (await idsOf(target.pathname)).has(decodeURIComponent(target.hash.slice(1)));
}
