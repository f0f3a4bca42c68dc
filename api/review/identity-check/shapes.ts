/** How a field is checked that holds no prose: a day, an address, a quantity with its unit in the field beside it. */
import type { IdentityKind } from '#schemas/identity-finding.ts';
import type { Match } from './matches.ts';
import type { FieldText } from './texts.ts';

/** Find what stands in `field`. What replaces it is again a value of that field. */
export function matchesIn({ text, shape, unit = '' }: FieldText, find: (text: string) => Match[]): Match[] {
  if (shape === 'day')
    return DAY.test(text) ? [whole('exact_date', text, text.slice(0, 'yyyy-mm'.length))] : [];
  if (shape === 'address') return address(text, find);
  if (shape === 'quantity') return quantity(text, unit, find);
  return find(text);
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const whole = (kind: IdentityKind, text: string, proposal: string): Match => ({
  kind,
  start: 0,
  end: text.length,
  proposal,
});

/** Identifiers of pages are numbers of all kinds: only names count in an address. A part of it leads nowhere, so all of it goes. */
const address = (text: string, find: (text: string) => Match[]): Match[] =>
  find(text)
    .filter(({ kind }) => NAMES.includes(kind))
    .slice(0, 1)
    .map(({ kind }) => whole(kind, text, ''));

const NAMES: readonly IdentityKind[] = [
  'own_organization',
  'own_domain',
  'contact_name',
  'email',
  'ip_address',
  'host_name',
  'unc_path',
];

/** `1,874` beside `employees` is found as “1,874 employees” is; the unit stays in its field. */
function quantity(text: string, unit: string, find: (text: string) => Match[]): Match[] {
  return find(`${text} ${unit}`)
    .filter(({ start }) => start < text.length)

    .map((match) => clipped(match, text));
}

function clipped(match: Match, text: string): Match {
  const reachesUnit = match.end > text.length;
  const words = match.kind === 'money' && reachesUnit ? match.proposal.replace(/ \S+$/, '') : match.proposal;
  return { ...match, end: Math.min(match.end, text.length), proposal: words.replace(/ of$/, '') };
}
