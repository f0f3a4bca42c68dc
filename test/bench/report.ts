/** Prints measurements as the Markdown of `docs/benchmarks.md`. */
import os from 'node:os';
import type { BuildMeasures, BuildSpeed } from './build.ts';
import { GUIDANCE_BUDGET, type PageWeight } from './page-weights.ts';
import { AT_ONCE, type Speed, type SubmitSpeed } from './submit.ts';

export const SUBMIT_BUDGET = 3;
export const BUILD_BUDGET = 1.5;
export const MEMORY_BUDGET = 2_000_000_000;

export type Measured = { submit: readonly SubmitSpeed[]; build: BuildMeasures; at: Date };

/** The load of the machine before and after says how much else it was doing. */
export type Machine = { load: readonly [before: number, after: number] };

export function toMarkdown({ submit, build, at }: Measured, { load }: Machine): string {
  return `# Benchmarks

Made by \`npm run bench -- --write\`. Every figure stands beside one of a bare baseline, measured in the same run on the same
machine: the ratio is what carries over to another machine, the figure itself does not. One run: on a machine with other
work to do, as its load tells, the ratios differ from run to run.

${at.toISOString().slice(0, 10)} · Node ${process.version} · ${os.cpus().length} cores (${os.cpus()[0]?.model.trim() ?? 'unknown'}) · load ${load.map((value) => value.toFixed(1)).join(' before, ')} after

## Submitting, ${AT_ONCE} at once

\`POST /api/submissions\` with a whole lesson over HTTP on loopback, its letters carried out beside it, against a bare Hono
route that stores the same body with one INSERT on the same engine. Budget: p95 within ${SUBMIT_BUDGET} times.

${table(
  ['engine', 'route', 'p50', 'p95', 'a second', 'p95 ratio'],
  submit.flatMap(({ engine, bare, submit: whole, ratio }) => [
    [engine, 'bare INSERT', ...speed(bare), ''],
    [engine, 'submission', ...speed(whole), `${ratio.toFixed(1)} ${judge(ratio <= SUBMIT_BUDGET)}`],
  ]),
)}

${submit[0] ? `Medians of ${submit[0].rounds} rounds of ${submit[0].requests} requests; rounds alternate between the two routes.` : ''}

## Building the site

With ${build.many.lessons} lessons beside the editors' cases and without them, against a bare Astro project that prints the
same text by one template. Budgets: ${BUILD_BUDGET} times per page, ${megabytes(MEMORY_BUDGET)} of memory in the process that builds.

${table(
  ['project', 'lessons', 'pages', 'seconds', 'ms per page', 'peak memory'],
  [build.few, build.many].flatMap(({ lessons, site, bare }) => [
    ['site', String(lessons), ...built(site)],
    ['bare Astro', String(lessons), ...built(bare)],
  ]),
)}

Time per page, all in: ${build.ratio.toFixed(1)} times ${judge(build.ratio <= BUILD_BUDGET)}. Each further page, without what
every build costs once: ${build.ratioOfMore.toFixed(1)} times. Memory ${judge(build.many.site.peakMemory <= MEMORY_BUDGET)}.

## Weight of pages

Before anybody touches them, gzipped, without fonts. Budget for pages to read: HTML ${kilobytes(GUIDANCE_BUDGET.html)}, CSS
${kilobytes(GUIDANCE_BUDGET.css)}, JavaScript ${kilobytes(GUIDANCE_BUDGET.js)}. Forms hydrate and have no budget for scripts.

${table(['page', 'HTML', 'CSS', 'JavaScript', ''], build.many.weights.map(weighed))}
`;
}

const judge = (kept: boolean) => (kept ? '(within budget)' : '(**over budget**)');
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
const megabytes = (bytes: number) => `${Math.round(bytes / 1_000_000)} MB`;
const speed = ({ p50, p95, perSecond }: Speed) => [
  `${p50.toFixed(0)} ms`,
  `${p95.toFixed(0)} ms`,
  perSecond.toFixed(0),
];
const built = ({ pages, seconds, peakMemory }: BuildSpeed) => [
  String(pages),
  seconds.toFixed(1),
  ((seconds / pages) * 1000).toFixed(1),
  megabytes(peakMemory),
];

function weighed({ page, html, css, js }: PageWeight): string[] {
  const scripts = page === 'form' || js <= GUIDANCE_BUDGET.js;
  const kept = html <= GUIDANCE_BUDGET.html && css <= GUIDANCE_BUDGET.css && scripts;
  return [page, kilobytes(html), kilobytes(css), kilobytes(js), page === 'form' ? '' : judge(kept)];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
