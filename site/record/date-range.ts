/** When something may have happened, from a date as precise as it is known. Pure; milliseconds since 1970, UTC. */

/** Beginning and end of the day, month or year that a date names, widened on both sides by so many of them. */
export function dateRange(date: string, widenedBy = 0): [from: number, to: number] {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (month === undefined) return [Date.UTC(year - widenedBy, 0), Date.UTC(year + 1 + widenedBy, 0)];
  if (day === undefined) return [Date.UTC(year, month - 1 - widenedBy), Date.UTC(year, month + widenedBy)];
  return [Date.UTC(year, month - 1, day - widenedBy), Date.UTC(year, month - 1, day + 1 + widenedBy)];
}

/** The same for a milestone: `about` is one unit off either way. */
export const milestoneRange = ({ date, precision }: { date: string; precision: 'exact' | 'about' }) =>
  dateRange(date, precision === 'about' ? 1 : 0);
