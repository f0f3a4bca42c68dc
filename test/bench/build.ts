/**
 * How long the site takes to build with many lessons, beside a bare Astro project that prints pages of the same text and
 * nothing else; how much memory the build has at most; and what the pages weigh.
 */
import { fork } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSamples } from '#api/programs/demo/samples.ts';
import { renderCase, sealCase } from '#api/publishing/record.ts';
import { casePath } from '#api/publishing/records-folder.ts';
import { toPublic } from '#api/review/to-public.ts';
import type { BuildOrder, BuildReport } from './astro-build.ts';
import { type PageWeight, weighPages } from './page-weights.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const BUILDER = fileURLToPath(new URL('./astro-build.ts', import.meta.url));

export type BuildSpeed = BuildReport & { pages: number };
export type BothBuilds = { lessons: number; site: BuildSpeed; bare: BuildSpeed; weights: PageWeight[] };
export type BuildMeasures = {
  /** Without lessons but the editors' own, and with many. */
  few: BothBuilds;
  many: BothBuilds;
  /** Time per page of the site over time per page of the bare project, with many. */
  ratio: number;
  /** The same for the pages by which many are more than few: without what every build costs once. */
  ratioOfMore: number;
};

/** Build the site as it is and with so many lessons more, each beside a bare project of its text. */
export async function measureBuild(lessons: number): Promise<BuildMeasures> {
  const few = await buildBoth(0);
  const many = await buildBoth(lessons);
  const perPage = ({ seconds, pages }: BuildSpeed) => seconds / pages;
  const more = (name: 'site' | 'bare') =>
    (many[name].seconds - few[name].seconds) / (many[name].pages - few[name].pages);
  return {
    few,
    many,
    ratio: perPage(many.site) / perPage(many.bare),
    ratioOfMore: more('site') / more('bare'),
  };
}

async function buildBoth(lessons: number): Promise<BothBuilds> {
  // Inside the project, since a build finds its packages from where it stands; git ignores this folder.
  const place = path.join(PROJECT, '.astro', `bench-${process.pid}`);
  const inPlace = (name: string) => path.join(place, name);
  try {
    writeRecords(inPlace('records'), lessons);
    const ofSite = { root: PROJECT, outDir: inPlace('site'), cacheDir: inPlace('cache') };
    const site = await build(ofSite, inPlace('records'));
    writeBareProject(inPlace('bare'), ofSite.outDir);
    const ofBare = { root: inPlace('bare'), outDir: inPlace('bare/dist'), cacheDir: inPlace('bare/cache') };
    const bare = await build(ofBare, inPlace('records'));
    return { lessons, site, bare, weights: weighPages(ofSite.outDir) };
  } finally {
    fs.rmSync(place, { recursive: true, force: true });
  }
}

/** The samples of the demonstration, again and again, each under an address of its own. */
function writeRecords(folder: string, count: number): void {
  const samples = [...readSamples().values()];
  fs.mkdirSync(folder, { recursive: true });
  for (let index = 0; index < count; index += 1) {
    const sample = samples[index % samples.length];
    if (!sample) throw new Error('There are no samples');
    const slug = `${sample.slug.slice(0, 60)}-no-${index}`;
    const { title, ...record } = toPublic(sample.sent.content);
    const published = sealCase({
      slug,
      version: 1,
      record: { ...record, title: `${title.slice(0, 100)} (${index})` },
      provenance: {
        origin: 'submitted',
        publishedOn: '2026-11',
        rounds: 1,
        recommendations: 2,
        conflicts: 'none',
        rubricVersion: '1.0',
        events: [],
      },
    });
    const file = path.join(folder, casePath(slug, 1));
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, renderCase(published));
  }
}

function build(order: BuildOrder, records: string): Promise<BuildSpeed> {
  const { RECORDS_DIR: _, ...env } = process.env;
  const child = fork(BUILDER, [JSON.stringify(order)], {
    cwd: order.root,
    env: { ...env, RECORDS_DIR: records, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1', TZ: 'UTC' },
    // Node reads TypeScript by itself; the loaders of this process are not wanted.
    execArgv: [],
  });
  return new Promise((resolve, reject) => {
    let report: BuildReport | undefined;
    child.on('message', (message) => {
      report = message as BuildReport;
    });
    child.on('error', reject);
    child.on('close', (code) =>
      report
        ? resolve({ ...report, pages: listPages(order.outDir).length })
        : reject(new Error(`The build of ${order.root} ended with code ${code}`)),
    );
  });
}

const listPages = (folder: string) =>
  fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));

/** An Astro project without styles, scripts, schemas or collections: one template, and the text of each page of `site`. */
function writeBareProject(root: string, site: string): void {
  const pages = listPages(site).map((file) => textOf(file, fs.readFileSync(path.join(site, file), 'utf8')));
  fs.mkdirSync(path.join(root, 'src', 'pages'), { recursive: true });
  fs.writeFileSync(path.join(root, 'src', 'pages.json'), JSON.stringify(pages));
  fs.writeFileSync(path.join(root, 'src', 'pages', '[...page].astro'), TEMPLATE);
  fs.writeFileSync(path.join(root, 'astro.config.mjs'), 'export default {};\n');
}

const TEMPLATE = `---
import pages from '../pages.json';
export const getStaticPaths = () =>
  pages.map(({ page, ...props }) => ({ params: { page }, props }));
const { title, paragraphs } = Astro.props;
---

<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>{title}</title></head>
  <body><main>{paragraphs.map((text) => <p>{text}</p>)}</main></body>
</html>
`;

function textOf(file: string, html: string) {
  const plain = (part: string) =>
    part
      .replace(/<[^>]+>/g, '')
      .replace(/\s+/g, ' ')
      .trim();
  const body = html.slice(html.indexOf('<body')).replace(/<(script|style|svg)[\s\S]*?<\/\1>/g, '');
  return {
    page: `p/${file.replace(/(\/?index)?\.html$/, '')}`,
    title: plain(/<title>([\s\S]*?)<\/title>/.exec(html)?.[1] ?? ''),
    paragraphs: body
      .split(/<\/(?:p|li|h\d|td|th|dt|dd|summary)>/)
      .map(plain)
      .filter(Boolean),
  };
}
