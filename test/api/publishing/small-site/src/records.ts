import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const folder = join(process.env.RECORDS_DIR ?? '', 'case-studies');

/** Every file of the records folder: its name before the first dot, and what it holds. */
export const records = readdirSync(folder).map((name) => ({
  slug: name.split('.')[0] ?? name,
  ...parse(readFileSync(join(folder, name), 'utf8')),
}));
