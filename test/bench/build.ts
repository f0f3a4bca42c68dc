/**
 * What it takes to build the site with many lessons, beside bare Astro projects that print the same text; how much memory the
 * build has at most; and what the pages weigh.
 */
import { fork } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSamples } from '#api/programs/demo/samples.ts';
import { renderPublished, sealCase } from '#api/publishing/record.ts';
import { recordPath } from '#api/publishing/records-folder.ts';
import { toPublic } from '#api/review/to-public.ts';
import { isLesson } from '#schemas/submission.ts';
import type { BuildOrder, BuildReport } from './astro-build.ts';
import { BARE_PROJECTS, type BareProject, listPages } from './bare-projects.ts';
import { type PageWeight, weighPages } from './page-weights.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const BUILDER = fileURLToPath(new URL('./astro-build.ts', import.meta.url));

export type BuildSpeed = BuildReport & { pages: number };
/** `site`: with empty caches. `again`: the same once more, as the publisher builds it again and again. */
export type Builds = { lessons: number; site: BuildSpeed; again: BuildSpeed; weights: PageWeight[] } & Record<
  BareProject,
  BuildSpeed
>;
export type BuildMeasures = {
  /** Without lessons but the editors' own, and with many. */
  few: Builds;
  many: Builds;
};

/** Build the site as it is and with so many lessons more, each beside bare projects of its text. */
export const measureBuild = async (lessons: number): Promise<BuildMeasures> => ({
  few: await buildAll(0),
  many: await buildAll(lessons),
});

/** Processor time of `ours` a page, over that of `bare`. */
export const ratioOf = (ours: BuildSpeed, bare: BuildSpeed): number =>
  ours.processorSeconds / ours.pages / (bare.processorSeconds / bare.pages);

/** The same for the pages by which `many` are more than `few`: without what every build costs once. */
export function ratioOfMore({ few, many }: BuildMeasures, ours: 'site' | 'again', bare: BareProject): number {
  const perPage = (name: 'site' | 'again' | BareProject) =>
    (many[name].processorSeconds - few[name].processorSeconds) / (many[name].pages - few[name].pages);
  return perPage(ours) / perPage(bare);
}

async function buildAll(lessons: number): Promise<Builds> {
  // Inside the project, since a build finds its packages from where it stands; git ignores this folder.
  const place = path.join(PROJECT, '.astro', `bench-${process.pid}`);
  const records = path.join(place, 'records');
  const ofSite = { root: PROJECT, outDir: path.join(place, 'site'), cacheDir: path.join(place, 'cache') };
  const buildBare = (name: BareProject) => {
    const root = path.join(place, name);
    BARE_PROJECTS[name](root, ofSite.outDir);
    return build({ root, outDir: path.join(root, 'dist'), cacheDir: path.join(root, 'cache') }, records);
  };
  try {
    writeRecords(records, lessons);
    const site = await build(ofSite, records);
    const again = await build(ofSite, records);
    const [data, markdown] = [await buildBare('data'), await buildBare('markdown')];
    return { lessons, site, again, data, markdown, weights: weighPages(ofSite.outDir) };
  } finally {
    fs.rmSync(place, { recursive: true, force: true });
  }
}

/** The samples of the demonstration, again and again, each under an address of its own. */
export function writeRecords(folder: string, count: number): void {
  const samples = [...readSamples().values()].flatMap(({ slug, sent: { content } }) =>
    isLesson(content) ? [{ slug, content }] : [],
  );
  fs.mkdirSync(folder, { recursive: true });
  for (let index = 0; index < count; index += 1) {
    const sample = samples[index % samples.length];
    if (!sample) throw new Error('There are no samples');
    const slug = `${sample.slug.slice(0, 60)}-no-${index}`;
    const { title, ...record } = toPublic(sample.content);
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
    const file = path.join(folder, recordPath('lesson', slug, 1));
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, renderPublished(published));
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
