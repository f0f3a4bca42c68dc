/** Rules on time, in words. A month stays a month and 48 hours stay hours: nothing is converted. */
import type { Regime } from '#schemas/timeline.ts';
import { longDate } from '#site/dates.ts';

const UNITS = { D: 'day', W: 'week', M: 'month', Y: 'year', H: 'hour' } as const;

/** An ISO 8601 duration of one unit: `P1M` as 1 month, `PT48H` as 48 hours. */
export function durationText(duration: string): string {
  const [, count = '', unit = ''] = /^PT?(\d+)([DWMYH])$/.exec(duration) ?? [];
  const name = UNITS[unit as keyof typeof UNITS];
  return `${count} ${name}${count === '1' ? '' : 's'}`;
}

/** Whether a rule holds, and since or until when. */
export function regimeStatusText({ status, effective }: Regime): string {
  if (status.is === 'revoked') return `Revoked by ${status.by} on ${longDate(status.on)}`;
  if (status.is === 'older_version') return status.note.replace(/\.$/, '');
  if (status.is === 'recommendation') return `A recommendation of ${longDate(status.on)}`;
  return effective ? `In force since ${longDate(effective)}` : 'In force';
}
