/** What a page of the built site weighs before anybody touches it: HTML, style sheets and scripts, each gzipped. */
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { lessonPath, PATHS, processPath } from '#site/paths.ts';

/** Bytes, gzipped. */
export type Weight = { html: number; css: number; js: number };
export type PageWeight = Weight & { page: string; path: string };

/** DESIGN, section 11: for pages to read. Forms, which hydrate, have no budget for scripts. */
export const GUIDANCE_BUDGET: Weight = { html: 15_000, css: 20_000, js: 2_000 };

export const PAGES = [
  { page: 'home', path: PATHS.home },
  { page: 'process', path: processPath('emergency-patching') },
  { page: 'case', path: lessonPath('notpetya-maersk') },
  { page: 'list', path: PATHS.lessons },
  { page: 'question', path: PATHS.howFast },
  { page: 'form', path: PATHS.submitLesson },
] as const;

/** Weigh `PAGES` of a built site. A page that was not built is left out. */
export const weighPages = (site: string): PageWeight[] =>
  PAGES.filter(({ path: page }) => fs.existsSync(path.join(site, page, 'index.html'))).map((page) => ({
    ...page,
    ...weigh(site, page.path),
  }));

function weigh(site: string, page: string): Weight {
  const html = fs.readFileSync(path.join(site, page, 'index.html'), 'utf8');
  const styles = matches(html, /<link rel="stylesheet" href="([^"]+)"/g);
  const scripts = matches(
    html,
    /(?:<script[^>]* src|<link rel="modulepreload" href|(?:component|renderer)-url)="([^"]+)"/g,
  );
  const sum = (files: Iterable<string>) =>
    [...files].reduce((bytes, file) => bytes + gzipped(fs.readFileSync(path.join(site, file))), 0);
  return { html: gzipped(Buffer.from(html)), css: sum(new Set(styles)), js: sum(withImports(site, scripts)) };
}

/** Scripts and all that they import before they run. */
function withImports(site: string, scripts: readonly string[]): Set<string> {
  const found = new Set<string>();
  const waiting = [...scripts];
  for (let script = waiting.pop(); script !== undefined; script = waiting.pop()) {
    if (found.has(script)) continue;
    found.add(script);
    const text = fs.readFileSync(path.join(site, script), 'utf8');
    const folder = path.posix.dirname(script);
    const imports = matches(text, /(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+)["']/g);
    waiting.push(...imports.map((name) => path.posix.join(folder, name)));
  }
  return found;
}

const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] ?? '');
const gzipped = (bytes: Uint8Array) => gzipSync(bytes, { level: 9 }).length;
