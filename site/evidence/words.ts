/** The ledger of a step in a sentence. */
import { countCases, type Origin, onSide, type StepLedger } from './ledger.ts';

export const casesText = (count: number) => `${count} ${count === 1 ? 'case' : 'cases'}`;

/** Like “3 cases speak for it, 1 case against it; in 2 cases it made no difference.” */
export function ledgerSentence({ entries }: StepLedger): string {
  const supporting = countCases(onSide(entries, 'for'));
  const opposing = countCases(onSide(entries, 'against'));
  const neutral = countCases(onSide(entries, 'neutral'));
  const sides = [
    supporting > 0 && `${casesText(supporting)} ${supporting === 1 ? 'speaks' : 'speak'} for it`,
    opposing > 0 && `${casesText(opposing)} against it`,
  ].filter((side) => side !== false);
  const parts = [
    ...(sides.length > 0 ? [sides.join(', ')] : []),
    ...(neutral > 0 ? [`in ${casesText(neutral)} it made no difference`] : []),
  ];
  const text = parts.join('; ');
  return text === '' ? 'No case names this step yet.' : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

export const ORIGIN_TITLES = {
  submitted: 'Told by those who were there',
  compiled: 'Read by the editors in public records',
} as const satisfies Record<Origin, string>;
