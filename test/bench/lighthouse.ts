/** What Lighthouse says of the pages that people read, served as the program serves them: compressed, from loopback. */
import { once } from 'node:events';
import fs from 'node:fs';
import type { AddressInfo } from 'node:net';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import lighthouse from 'lighthouse';
import { serveSite } from '#api/publishing/serve-site.ts';
import { openSite } from '#api/publishing/site.ts';
import { startBrowser } from '#test/support/browser.ts';
import { median } from './numbers.ts';
import { PAGES } from './page-weights.ts';

export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
export type Category = (typeof CATEGORIES)[number];
/** Out of 100, for each category. */
export const LIGHTHOUSE_GOAL = 99;
/** The performance of one run depends on what else the machine does. */
const RUNS = 3;

/** Scores are medians out of 100; `faults` are the audits that cost points, by their ids. */
export type LighthouseScores = { page: string; scores: Record<Category, number>; faults: string[] };

/** Build the site without records but the editors' own, and judge the pages of `PAGES` that people read. */
export async function measureLighthouse(): Promise<LighthouseScores[]> {
  const place = fs.mkdtempSync(path.join(os.tmpdir(), 'patch-commons-lighthouse-'));
  const served = await serveBuilt(place);
  const port = await freePort();
  const browser = await startBrowser([`--remote-debugging-port=${port}`]);
  try {
    const judged: LighthouseScores[] = [];
    for (const { page, path: address } of PAGES.filter(({ page: name }) => name !== 'form')) {
      process.stderr.write(`  ${page} …\n`);
      judged.push({ page, ...(await judge(`${served.origin}${address}`, port)) });
    }
    return judged;
  } finally {
    await browser.close();
    served.close();
    fs.rmSync(place, { recursive: true, force: true });
  }
}

async function judge(address: string, port: number): Promise<Omit<LighthouseScores, 'page'>> {
  const runs: Awaited<ReturnType<typeof runOnce>>[] = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await runOnce(address, port));
  const scores = Object.fromEntries(
    CATEGORIES.map((category) => [category, median(runs.map((run) => run.scores[category]))]),
  ) as Record<Category, number>;
  return { scores, faults: [...new Set(runs.flatMap(({ faults }) => faults))] };
}

async function runOnce(address: string, port: number) {
  const result = await lighthouse(address, { port, logLevel: 'error', onlyCategories: [...CATEGORIES] });
  if (!result || result.lhr.runtimeError)
    throw new Error(`Lighthouse could not judge ${address}: ${result?.lhr.runtimeError?.message}`);
  const { categories, audits } = result.lhr;
  const scores = Object.fromEntries(
    CATEGORIES.map((category) => [category, Math.round((categories[category]?.score ?? 0) * 100)]),
  ) as Record<Category, number>;
  const faults = CATEGORIES.flatMap((category) => categories[category]?.auditRefs ?? [])
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9)
    .map(({ id }) => id);
  return { scores, faults };
}

/** The port is taken before the build: pages name their own address. */
async function serveBuilt(place: string) {
  const app = new Hono();
  const server = createAdaptorServer({ fetch: app.fetch });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const site = openSite({
    siteDir: place,
    recordsDir: path.join(place, 'records'),
    projectRoot: fileURLToPath(new URL('../..', import.meta.url)),
    publicUrl: origin,
  });
  app.use(secureHeaders()).get('/*', serveSite(site));
  await site.swap(await site.build());
  return { origin, close: () => server.close() };
}

/** A port that nobody has at the moment. Lighthouse speaks with the browser by a port alone. */
async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
