/** Dates as people read them. All of them are calendar dates without a time of day, so no time zone may move them. */

const LONG = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** `2026-11-22` as 22 November 2026, `2026-11` as November 2026, `2021-Q4` as fourth quarter of 2021, `2021` as it is. */
export function longDate(date: string): string {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(date);
  if (quarter)
    return `${['first', 'second', 'third', 'fourth'][Number(quarter[2]) - 1]} quarter of ${quarter[1]}`;
  if (date.length === 10) return LONG.format(new Date(date));
  if (date.length === 7) return MONTH.format(new Date(`${date}-01`));
  return date;
}
