/** Reads what the lab found: YAML files that the publisher wrote once, beside the records. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseLabRun } from '#api/publishing/record.ts';
import type { PublishedLabRun } from '#schemas/lab-run.ts';

/** Read `lab-runs/` of the records folder. Throws one `Error` that names every file with a fault. */
export async function readLabRuns(records: string): Promise<PublishedLabRun[]> {
  const folder = path.join(records, 'lab-runs');
  if (!existsSync(folder)) return [];
  const faults: string[] = [];
  const runs: PublishedLabRun[] = [];
  for (const name of (await readdir(folder)).filter((one) => one.endsWith('.yaml')).sort()) {
    const file = path.join(folder, name);
    try {
      runs.push(named(parseLabRun(await readFile(file, 'utf8')), name));
    } catch (error) {
      faults.push(`${file}: ${error instanceof Error ? error.message : error}`);
    }
  }
  if (faults.length > 0) throw new Error(`Runs of the lab cannot be read:\n${faults.join('\n')}`);
  return runs;
}

function named(run: PublishedLabRun, name: string): PublishedLabRun {
  const expected = `${run.offering}-${run.stay}-${run.procedure}.yaml`;
  if (name !== expected) throw new Error(`What it holds belongs into ${expected}`);
  return run;
}
