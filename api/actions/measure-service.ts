/** Measure by night how long things take: for the status pages, and as a file from which the site prints its page. */
import path from 'node:path';
import { keepWaits, measureMonths, measureWaits } from '#api/db/insight.ts';
import type { Deps } from '#api/deps.ts';
import { writeWhole } from '#api/publishing/durable-files.ts';
import type { RecordsFolder } from '#api/publishing/records-folder.ts';
import { monthOf } from '#api/review/service-levels.ts';
import { type MeasuredService, measuredService } from '#schemas/service-levels.ts';

/** Beside the records, so that the site is built from it with the API switched off. */
export const SERVICE_FILE = 'service-levels.json';
const DAY = 86_400_000;
/** What took long two years ago says nothing of today. */
const REMEMBERED_DAYS = 365;
const MONTHS = 12;

type Needs = Pick<Deps, 'db' | 'now'> & { records: Pick<RecordsFolder, 'dir'> };

export async function measureService({ db, now, records }: Needs): Promise<MeasuredService> {
  const at = now();
  await keepWaits(db, await measureWaits(db, new Date(at.getTime() - REMEMBERED_DAYS * DAY)), at);
  const measured = measuredService.parse({
    schemaVersion: 1,
    measuredOn: at.toISOString().slice(0, 10),
    // The month that is running would change from day to day, and two days compared would tell of one submission.
    months: await measureMonths(db, monthOf(at, -MONTHS), monthOf(at, 0)),
  } satisfies MeasuredService);
  await writeWhole(path.join(records.dir, SERVICE_FILE), `${JSON.stringify(measured, null, 2)}\n`);
  return measured;
}
