import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** Every file of a folder of the records: its name before the first dot, and what it holds. */
function read(name: 'case-studies' | 'offerings') {
  const folder = join(process.env.RECORDS_DIR ?? '', name);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((file) => ({
    slug: file.split('.')[0] ?? file,
    ...parse(readFileSync(join(folder, file), 'utf8')),
  }));
}

export const records = read('case-studies');
export const offerings = read('offerings');
