/** When a case was published, as precisely as its provenance keeps it. */
import type { PublishedCase } from '#schemas/published.ts';

/** The day on which editors compiled a case, or the month in which a submitted one came out. */
export const publishedOn = ({ provenance }: Pick<PublishedCase, 'provenance'>): string =>
  provenance.origin === 'compiled' ? provenance.compiledOn : provenance.publishedOn;

/** The first day of a month, or the day itself, for formats that ask for a day: `2026-11` as `2026-11-01`. */
export const firstDay = (date: string): string => (date.length === 7 ? `${date}-01` : date);
