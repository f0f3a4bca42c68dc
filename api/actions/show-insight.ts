/** The work of the desk in figures, for editors: of what they may see. */
import { countDeclines, countMonths, measureAgreement, measureStays } from '#api/db/desk-insight.ts';
import type { Person } from '#api/db/people.ts';
import type { Deps } from '#api/deps.ts';
import { monthOf } from '#api/review/service-levels.ts';
import type { Insight } from '#schemas/insight.ts';
import { STATES } from '#schemas/workflow.ts';
import { onlyEditors } from './only-editors.ts';

const MONTHS = 12;
const YEAR = 365 * 86_400_000;

export async function showInsight({ db, now }: Pick<Deps, 'db' | 'now'>, person: Person): Promise<Insight> {
  onlyEditors(person, 'see the figures of the desk');
  const at = now();
  const since = new Date(at.getTime() - YEAR);
  const counted = await countMonths(db, person, monthOf(at, -MONTHS));
  const waits = await measureStays(db, person, since);
  return {
    months: monthsUntil(at).map((month) => {
      const of = (type: (typeof counted)[number]['type']) =>
        counted.find((one) => one.month === month && one.type === type)?.submissions ?? 0;
      return { month, received: of('confirm'), published: of('publish'), declined: of('decline') };
    }),
    waits: waits.toSorted((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state)),
    declines: await countDeclines(db, person, since),
    agreement: await measureAgreement(db, person, since),
  };
}

const monthsUntil = (at: Date) =>
  Array.from({ length: MONTHS + 1 }, (_, index) => monthOf(at, index - MONTHS));
