/**
 * `npm run bench [-- submit queue publish build lighthouse identity search] [--write] [--lessons=5000]`: measures what the program, the
 * build and the pages cost beside bare baselines, and prints all sections or those that are named. `--write` puts them into
 * `docs/benchmarks.md`. With TEST_DATABASE_URL, submitting and the queue are measured on PostgreSQL too.
 */
import fs from 'node:fs';
import os from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { putIntoPage, stamped } from './benchmarks-page.ts';
import { measureBuild } from './build.ts';
import { measureIdentity } from './identity.ts';
import { measureLighthouse } from './lighthouse.ts';
import { measurePublish } from './publish.ts';
import { measureQueue } from './queue.ts';
import {
  buildSections,
  identitySection,
  lighthouseSection,
  publishSection,
  queueSection,
  submitSection,
} from './report.ts';
import { measureSearch } from './search.ts';
import { searchSection } from './search-report.ts';
import { measureSubmit } from './submit.ts';

const PAGE = fileURLToPath(new URL('../../docs/benchmarks.md', import.meta.url));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean', default: false }, lessons: { type: 'string', default: '5000' } },
});

const SECTIONS: Record<string, () => Promise<string>> = {
  submit: async () => submitSection(await measureSubmit(process.env.TEST_DATABASE_URL)),
  queue: async () => queueSection(await measureQueue(process.env.TEST_DATABASE_URL)),
  publish: async () => publishSection(await measurePublish()),
  build: async () => buildSections(await measureBuild(Number(values.lessons))),
  lighthouse: async () => lighthouseSection(await measureLighthouse()),
  identity: async () => identitySection(measureIdentity()),
  search: async () => searchSection(await measureSearch()),
};
const unknown = positionals.filter((name) => !Object.hasOwn(SECTIONS, name));
if (unknown.length > 0)
  throw new Error(`No section ${unknown.join(', ')}: choose from ${Object.keys(SECTIONS).join(', ')}`);

const loadNow = () => os.loadavg()[0] ?? 0;
const measured: string[] = [];
for (const [name, measure] of Object.entries(SECTIONS)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  process.stderr.write(`Measuring ${name} …\n`);
  const before = loadNow();
  const section = await measure();
  measured.push(stamped(section, { at: new Date(), load: [before, loadNow()] }));
}
process.stdout.write(measured.join('\n'));
if (values.write) fs.writeFileSync(PAGE, putIntoPage(fs.readFileSync(PAGE, 'utf8'), measured));
