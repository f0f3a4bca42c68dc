/** Prints measurements as the Markdown of `docs/benchmarks.md`: one function for what is measured together. */
import { type BuildMeasures, type BuildSpeed, ratioOf, ratioOfMore } from './build.ts';
import { type KindScore, meetsBar, PRECISION_NEEDED, RECALL_NEEDED } from './identity.ts';
import { CATEGORIES, LIGHTHOUSE_GOAL, type LighthouseScores } from './lighthouse.ts';
import { GUIDANCE_BUDGET, type PageWeight } from './page-weights.ts';
import { LESSONS, ROUNDS as PUBLISH_ROUNDS, type PublishSpeed } from './publish.ts';
import { type QueueSpeed, REQUESTS, SIZES } from './queue.ts';
import { AT_ONCE, BURSTS, type Compared, ROUNDS, type Speed, SUSTAINED, type SubmitSpeed } from './submit.ts';
import { judge, kilobytes, megabytes, table } from './tables.ts';

/** By engine; docs/decisions/0003 says why they differ. */
export const SUBMIT_BUDGET: Record<SubmitSpeed['engine'], number> = { embedded: 3, PostgreSQL: 5 };
export const QUEUE_BUDGET = 1.5;
/** Seconds. */
export const PUBLISH_BUDGET = 60;
export const BUILD_BUDGET = 1.5;
export const MEMORY_BUDGET = 2_000_000_000;

export const submitSection = (submit: readonly SubmitSpeed[]): string => `## Submitting, ${AT_ONCE} at once

\`POST /api/submissions\` with a whole lesson over HTTP on loopback, against a bare Hono route that stores the same body with
one INSERT on the same engine. Budget: p95 within ${SUBMIT_BUDGET.embedded} times on the embedded
engine and ${SUBMIT_BUDGET.PostgreSQL} times on PostgreSQL. In bursts, ${AT_ONCE} people send together, and the next ${AT_ONCE} once
the letters of the first are delivered. Sustained, ${AT_ONCE} people send again and again while letters are delivered beside them:
what is slower here is paid for the letters.

${table(
  ['engine', 'load', 'route', 'p50', 'p95', 'a second', 'p95 ratio'],
  submit.flatMap(({ engine, bursts, sustained }) => [
    ...comparedRows(engine, 'bursts', bursts),
    ...comparedRows(engine, 'sustained', sustained),
  ]),
)}

Medians of ${ROUNDS} rounds of ${BURSTS} bursts and ${SUSTAINED} sustained requests for each route; the two routes alternate.
`;

const comparedRows = (engine: SubmitSpeed['engine'], load: string, { bare, submit, ratio }: Compared) => [
  [engine, load, 'bare INSERT', ...speed(bare), ''],
  [
    engine,
    load,
    'submission',
    ...speed(submit),
    `${ratio.toFixed(1)} ${judge(ratio <= SUBMIT_BUDGET[engine])}`,
  ],
];

export const queueSection = (queue: readonly QueueSpeed[]): string => `## The queue of the desk

\`GET /api/desk/submissions\` over HTTP on loopback, at a desk of ${SIZES.join(' submissions and at one of ')}. Budget: p95 at the
larger within ${QUEUE_BUDGET} times that at the smaller. A fifth of the submissions wait; a reviewer was assigned 500 at either,
since a larger desk has more people and not faster ones. The editor has ties, which hide some submissions.

${table(
  ['engine', 'who', 'what', ...SIZES.flatMap((size) => [`p50 at ${size}`, `p95 at ${size}`]), 'p95 ratio'],
  queue.map(({ engine, role, asked, speeds, ratio }) => [
    engine,
    role,
    asked,
    ...speeds.flatMap(({ p50, p95 }) => [`${p50.toFixed(1)} ms`, `${p95.toFixed(1)} ms`]),
    `${ratio.toFixed(2)} ${judge(ratio <= QUEUE_BUDGET)}`,
  ]),
)}

${REQUESTS} requests of each kind, one after another; the two desks take turns.
`;

export const publishSection = ({
  first,
  visible,
  slowest,
}: PublishSpeed): string => `## From a signature to a page

On a site of ${LESSONS} lessons beside the editors' cases, on the embedded engine: from the moment that a signed text is queued until its page
answers. Budget: ${PUBLISH_BUDGET} s.

${table(
  ['first build', 'until the page is up', 'the slowest'],
  [
    [
      `${first.toFixed(0)} s`,
      `${visible.toFixed(1)} s`,
      `${slowest.toFixed(1)} s ${judge(slowest <= PUBLISH_BUDGET)}`,
    ],
  ],
)}

The median and the slowest of ${PUBLISH_ROUNDS}, one after another, each with a build of its own.
`;

/** And what its pages weigh. */
export const buildSections = (build: BuildMeasures): string => `## Building the site

With ${build.many.lessons} lessons beside the editors' cases and without them; with empty caches, and again with those of the
first. Beside it, bare Astro projects print the same text by one template: from one file in which it lies ready, and from
a Markdown file a page. Budgets: ${BUILD_BUDGET} times the processor time of a bare page, ${megabytes(MEMORY_BUDGET)} of memory in the process
that builds. Why both are measured: \`docs/decisions/0004-build-budget.md\`.

${table(
  ['project', 'lessons', 'pages', 'processor', 'per page', 'by the clock', 'peak memory'],
  [build.few, build.many].flatMap(({ lessons, site, again, data, markdown }) => [
    ['site', String(lessons), ...built(site)],
    ['site, again', String(lessons), ...built(again)],
    ['bare, from one file', String(lessons), ...built(data)],
    ['bare, from Markdown', String(lessons), ...built(markdown)],
  ]),
)}

${table(['times the bare project', 'from one file', 'from Markdown'], buildRatios(build))}

Memory ${judge(build.many.site.peakMemory <= MEMORY_BUDGET)}.

## Weight of pages

Before anybody touches them, gzipped, without fonts. Budget for pages to read: HTML ${kilobytes(GUIDANCE_BUDGET.html)}, CSS
${kilobytes(GUIDANCE_BUDGET.css)}, JavaScript ${kilobytes(GUIDANCE_BUDGET.js)}. Forms hydrate and have no budget for scripts.

${table(['page', 'HTML', 'CSS', 'JavaScript', ''], build.many.weights.map(weighed))}
`;

export const lighthouseSection = (lighthouse: readonly LighthouseScores[]): string => `## Lighthouse

Its mobile profile with the slow network that it simulates, on the built site as the program serves it. Medians of several
runs, out of 100. Goal: ${LIGHTHOUSE_GOAL} in each.

${table(['page', ...CATEGORIES.map((category) => category.replace('-', ' ')), '', 'what costs points'], lighthouse.map(judged))}
`;

export const identitySection = (identity: readonly KindScore[]): string => `## Re-identification check

On sentences with planted values that the check was not made with (\`test/fixtures/identity-corpus/held-out.ts\`). Needed for a kind
to be promised by the form: ${percent(RECALL_NEEDED)} found, ${percent(PRECISION_NEEDED)} of what is found right. The sentences are our own: words of strangers
hold forms that nobody thought of, so read these figures as the best case.

${table(['kind', 'planted', 'found', 'right', ''], identity.map(scored))}
`;

const speed = ({ p50, p95, perSecond }: Speed) => [
  `${p50.toFixed(0)} ms`,
  `${p95.toFixed(0)} ms`,
  perSecond.toFixed(0),
];
const built = ({ pages, seconds, processorSeconds, peakMemory }: BuildSpeed) => [
  String(pages),
  `${processorSeconds.toFixed(1)} s`,
  `${((processorSeconds / pages) * 1000).toFixed(1)} ms`,
  `${seconds.toFixed(1)} s`,
  megabytes(peakMemory),
];

function buildRatios(build: BuildMeasures): string[][] {
  const judged = (ratio: number) => `${ratio.toFixed(1)} ${judge(ratio <= BUILD_BUDGET)}`;
  const bare = ['data', 'markdown'] as const;
  return (['site', 'again'] as const).flatMap((ours) => {
    const caches = ours === 'site' ? 'empty caches' : 'again';
    return [
      [`all in, ${caches}`, ...bare.map((name) => judged(ratioOf(build.many[ours], build.many[name])))],
      [`each further page, ${caches}`, ...bare.map((name) => judged(ratioOfMore(build, ours, name)))],
    ];
  });
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
const scored = (score: KindScore) => [
  score.kind,
  String(score.planted),
  percent(score.recall),
  percent(score.precision),
  score.checked
    ? `promised ${meetsBar(score) ? '' : '(**below what is needed**)'}`.trim()
    : 'named as not checked',
];

function weighed({ page, html, css, js }: PageWeight): string[] {
  const scripts = page === 'form' || js <= GUIDANCE_BUDGET.js;
  const kept = html <= GUIDANCE_BUDGET.html && css <= GUIDANCE_BUDGET.css && scripts;
  return [page, kilobytes(html), kilobytes(css), kilobytes(js), page === 'form' ? '' : judge(kept)];
}

function judged({ page, scores, faults }: LighthouseScores): string[] {
  const values = CATEGORIES.map((category) => scores[category]);
  return [page, ...values.map(String), judge(Math.min(...values) >= LIGHTHOUSE_GOAL), faults.join(', ')];
}
