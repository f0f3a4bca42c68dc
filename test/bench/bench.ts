/**
 * `npm run bench [-- --write] [--lessons=1000]`: measures speed, memory and page weights beside bare baselines and prints
 * them. `--write` puts them into `docs/benchmarks.md`. With TEST_DATABASE_URL, submitting is measured on PostgreSQL too.
 */
import fs from 'node:fs';
import os from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measureBuild } from './build.ts';
import { toMarkdown } from './report.ts';
import { measureSubmit } from './submit.ts';

const PAGE = fileURLToPath(new URL('../../docs/benchmarks.md', import.meta.url));

const { values } = parseArgs({
  options: { write: { type: 'boolean', default: false }, lessons: { type: 'string', default: '1000' } },
});
const loadNow = () => os.loadavg()[0] ?? 0;

const before = loadNow();
process.stderr.write('Submitting …\n');
const submit = await measureSubmit(process.env.TEST_DATABASE_URL);
process.stderr.write(`Building the site with ${values.lessons} lessons …\n`);
const build = await measureBuild(Number(values.lessons));
const page = toMarkdown({ submit, build, at: new Date() }, { load: [before, loadNow()] });
process.stdout.write(page);
if (values.write) fs.writeFileSync(PAGE, page);
