/**
 * The re-identification check: finds what may give a submitter away and says what to write instead. It answers the same in
 * the browser and at the API. It decides nothing: a person applies a proposal, or keeps the words.
 *
 * A named organization has nothing left to hide about which one it is: days, sums and head counts are then not looked for,
 * nor its own name and domain if the submitter belongs to it. People, machines and numbers still are.
 */
import type { IdentityFinding, IdentityKind } from '#schemas/identity-finding.ts';
import type { Contact } from '#schemas/submission.ts';
import { organizationKey } from '../conflicts.ts';
import { userNames } from './accounts.ts';
import { emails, telephones } from './contact-data.ts';
import { exactDates } from './dates.ts';
import { headCounts } from './head-counts.ts';
import { KINDS } from './kinds.ts';
import { hosts, shares } from './machines.ts';
import type { Detector, Match } from './matches.ts';
import { money } from './money.ts';
import { ipAddresses, macAddresses } from './network.ts';
import { assets, guids, serials, tickets } from './numbers.ts';
import { ownOrganization } from './own-organization.ts';
import { ownPerson } from './own-person.ts';
import { withoutPublicNames } from './public-names.ts';
import { matchesIn } from './shapes.ts';
import { type Checkable, shownName, textOf, textsOf } from './texts.ts';

/** Who writes, as far as they have said so. In a form anything may stand there: what is no text is not looked for. */
export type Known = { readonly [Field in keyof Contact]?: Contact[Field] | null | undefined };

const DETECTORS: readonly Detector[] = [
  shares,
  guids,
  macAddresses,
  ipAddresses,
  userNames,
  assets,
  serials,
  hosts,
  tickets,
  exactDates,
  money,
  headCounts,
  telephones,
];

/** Of matches that overlap the lowest rank stays: the one that says most precisely what stands there. */
const RANK = {
  email: 1,
  unc_path: 2,
  guid: 3,
  mac_address: 4,
  ip_address: 5,
  own_domain: 6,
  contact_name: 7,
  user_name: 8,
  asset_number: 9,
  serial_number: 10,
  host_name: 11,
  ticket_number: 12,
  exact_date: 13,
  money: 14,
  head_count: 15,
  telephone: 16,
  own_organization: 17,
} as const satisfies Record<IdentityKind, number>;

/** Check one text. Matches do not overlap and stand in the order of the text. */
export const checkText = (text: string, known: Known): Match[] => checkerFor(known)(text);

/** Check every text of a lesson that is not withheld, in the order of the record. Never throws, whatever was typed. */
export function checkIdentity(content: Checkable, known: Known): IdentityFinding[] {
  const find = checkerFor(known);
  const told = openlyTold(content, known);
  return textsOf(content).flatMap((field) =>
    matchesIn(field, find)
      .filter(({ kind }) => !told.includes(kind) && !field.apart?.includes(kind))
      .map(({ kind, start, end, proposal }) => ({
        path: field.path,
        start,
        end,
        text: field.text.slice(start, end),
        kind,
        reason: KINDS[kind].reason,
        proposal,
        release: field.release,
      })),
  );
}

/** Make a check of texts by one person; to make it takes longer than to use it. */
export function checkerFor(known: Known): (text: string) => Match[] {
  const [name, email, organization] = [textOf(known.name), textOf(known.email), textOf(known.organization)];
  const own = [...ownOrganization(organization, email), ...ownPerson(name, email), emails];
  return (text) => {
    const others = withoutPublicNames(text);
    const found = [
      ...own.flatMap((detect) => detect(text)),
      ...DETECTORS.flatMap((detect) => detect(others)),
    ];
    return withoutOverlaps(found, text.length);
  };
}

function withoutOverlaps(matches: readonly Match[], length: number): Match[] {
  const byRank = matches.toSorted(
    (a, b) => RANK[a.kind] - RANK[b.kind] || b.end - b.start - (a.end - a.start),
  );
  const taken = new Uint8Array(length);
  const kept = byRank.filter(({ start, end }) => {
    const isFree = !taken.subarray(start, end).includes(1);
    if (isFree) taken.fill(1, start, end);
    return isFree;
  });
  return kept.sort((a, b) => a.start - b.start);
}

/** Kinds that a named organization has told by its name. */
function openlyTold(content: Checkable, known: Known): readonly IdentityKind[] {
  const shown = shownName(content);
  if (shown === undefined) return [];
  const one = organizationKey(shown);
  const other = organizationKey(textOf(known.organization));
  const isOwn = one !== '' && other !== '' && (one.startsWith(other) || other.startsWith(one));
  return isOwn ? [...NARROWING, 'own_organization', 'own_domain'] : NARROWING;
}
const NARROWING: readonly IdentityKind[] = ['exact_date', 'money', 'head_count'];
