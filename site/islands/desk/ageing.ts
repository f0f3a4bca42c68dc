/** How long something waits, in words: colour alone would not reach everybody. Pure; `now` is given. */
import { longDate } from '#site/dates.ts';

const DAY = 86_400_000;
/** Days before the expected one from which it is said to be due soon. */
const SOON = 2;

const days = (count: number) => (count === 1 ? '1 day' : `${count} days`);
/** Midnight (UTC) of the day of an instant or a calendar date. */
const dayOf = (date: string) => Date.parse(`${date.slice(0, 10)}T00:00:00Z`);

/** “since today”, “for 12 days”. `since` is an ISO instant. */
export function waitingWords(since: string, now: Date): string {
  const count = Math.round((dayOf(now.toISOString()) - dayOf(since)) / DAY);
  return count <= 0 ? 'since today' : `for ${days(count)}`;
}

export type Due = { standing: 'on_time' | 'soon' | 'late'; words: string };

/** How an expected day (`2026-11-22`) stands to today; `undefined` where nobody is waited for. */
export function dueWords(expectedBy: string | undefined, now: Date): Due | undefined {
  if (expectedBy === undefined) return undefined;
  const left = Math.round((dayOf(expectedBy) - dayOf(now.toISOString())) / DAY);
  if (left < 0) return { standing: 'late', words: `${days(-left)} late` };
  if (left === 0) return { standing: 'soon', words: 'due today' };
  return { standing: left <= SOON ? 'soon' : 'on_time', words: `due in ${days(left)}` };
}

/** An ISO instant as “22 November 2026, 14:05 UTC”. */
export const instantWords = (at: string) => `${longDate(at.slice(0, 10))}, ${at.slice(11, 16)} UTC`;
