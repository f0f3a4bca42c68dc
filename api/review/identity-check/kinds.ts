/** The kinds of the re-identification check in plain words, and which of them it can promise. */
import { IDENTITY_KINDS, type IdentityKind } from '#schemas/identity-finding.ts';

export type KindWords = {
  label: string;
  /** Why it may give somebody away. */
  reason: string;
  /**
   * It finds at least 95 of 100 and is right at least 8 times of 10, on sentences that it was not made with (`npm run bench`).
   * A kind below that is still shown where it is found, and the form names it as not checked.
   */
  checked: boolean;
};

// biome-ignore format: a table is read by column
export const KINDS = {
  own_organization: { checked: true, label: 'The name of your organization',  reason: 'It names your organization.' },
  own_domain:       { checked: true, label: 'Your domain',                    reason: 'The domain of your e-mail address names your organization.' },
  contact_name:     { checked: true, label: 'The name you gave as contact',   reason: 'It names the person who writes this.' },
  email:            { checked: true, label: 'E-mail addresses',               reason: 'An e-mail address names a person or an organization.' },
  telephone:        { checked: true, label: 'Telephone numbers',              reason: 'A telephone number leads to a person or an organization.' },
  ip_address:       { checked: true, label: 'IP addresses',                   reason: 'An address shows how your network is laid out, or whose it is.' },
  mac_address:      { checked: true, label: 'MAC addresses',                  reason: 'A MAC address belongs to one device.' },
  host_name:        { checked: true, label: 'Names of hosts and of internal domains', reason: 'The names of your machines show how your network is laid out, and often where.' },
  unc_path:         { checked: true, label: 'Paths to shares',                reason: 'A path to a share names machines of yours.' },
  user_name:        { checked: true, label: 'User names',                     reason: 'A user name leads to a person or opens a door to guessing.' },
  ticket_number:    { checked: true, label: 'Ticket numbers',                 reason: 'Whoever knows your ticket system can look this up.' },
  asset_number:     { checked: true, label: 'Asset numbers',                  reason: 'Whoever knows your inventory can look this up.' },
  guid:             { checked: true, label: 'GUIDs and security identifiers', reason: 'Such an identifier belongs to one device, tenant, account or deployment.' },
  serial_number:    { checked: true, label: 'Serial numbers',                 reason: 'The maker knows to whom this device was sold.' },
  exact_date:       { checked: true, label: 'Exact dates',                    reason: 'A day ties this to outages and news of that day.' },
  money:            { checked: true, label: 'Exact sums of money',            reason: 'An exact sum can be found in reports and budgets.' },
  head_count:       { checked: true, label: 'Exact head counts',              reason: 'An exact number of people points at one organization.' },
} as const satisfies Record<IdentityKind, KindWords>;

/** What gives people away as well, and what no pattern can find. */
export const BEYOND_THE_CHECK = [
  'Names of other people, and of suppliers and partners of yours',
  'Towns, sites and buildings',
  'In-house names of projects and systems',
  'Events that were in the news',
] as const;

/** What the form must name as not checked. */
export const notChecked = (): string[] => [
  ...IDENTITY_KINDS.filter((kind) => !KINDS[kind].checked).map((kind) => KINDS[kind].label),
  ...BEYOND_THE_CHECK,
];
