/** The file of measured times that the API writes beside the records by night. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type MeasuredService, measuredService } from '#schemas/service-levels.ts';

/** Nothing where none was written yet. Throws on one that does not fit its schema, such as a figure that rests on few. */
export async function readMeasuredService(records: string): Promise<MeasuredService | undefined> {
  const file = path.join(records, 'service-levels.json');
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return text === undefined ? undefined : measuredService.parse(JSON.parse(text));
}

/** Days in words: whole ones from ten on, since nobody plans by the hour. */
export const daysText = (days: number): string => {
  if (days < 1) return 'under a day';
  const shown = days < 10 ? days : Math.round(days);
  return shown === 1 ? '1 day' : `${shown} days`;
};
