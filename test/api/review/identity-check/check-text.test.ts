import { describe, expect, test } from 'vitest';
import type { IdentityKind } from '#schemas/identity-finding.ts';
import { found, mended, PETRA } from './support.ts';

// biome-ignore format: a table is read by column
const EXAMPLES: readonly [IdentityKind, before: string, after: string][] = [
  ['own_organization', 'Brightaisle Stores has 140 shops.',                'Our organization has 140 shops.'],
  ['own_organization', 'It stopped the tills of the BRIGHTAISLE STORES AB.', 'It stopped the tills of our organization.'],
  ['own_organization', "We copied Brightaisle's script.",                  "We copied our organization's script."],
  ['own_domain',       'See https://wiki.brightaisle.example/patches.',    'See https://example.org/patches.'],
  ['own_domain',       'Clients of brightaisle.example ask for updates.',  'Clients of our domain ask for updates.'],
  ['contact_name',     'Petra Lindqvist pressed the button.',              'A colleague pressed the button.'],
  ['contact_name',     'We asked Lindqvist, Petra and two others.',        'We asked a colleague and two others.'],
  ['contact_name',     'It ran as petra.l at night.',                      'It ran as a colleague at night.'],
  ['email',            'Write to help.desk+wsus@shop.example first.',      'Write to [e-mail address removed] first.'],
  ['email',            'Write to jane (at) shop (dot) example.',           'Write to [e-mail address removed].'],
  ['telephone',        'Call +44 (0)20 7946 0123 at night.',               'Call [telephone number removed] at night.'],
  ['telephone',        'Call ext. 4417 at night.',                         'Call [telephone number removed] at night.'],
  ['ip_address',       'Only 10.4.1.0/24 was scanned.',                    'Only an internal network was scanned.'],
  ['ip_address',       'The server 10.4.1.7 was scanned.',                 'The server [address removed] was scanned.'],
  ['ip_address',       'It answers at http://10.4.1.7:8530/ only.',        'It answers at http://internal.example/ only.'],
  ['ip_address',       'We opened fd00:12::7 to all.',                     'We opened an internal address to all.'],
  ['mac_address',      'Port security knew 00:1b:21:3c:4d:5e alone.',      'Port security knew [MAC address removed] alone.'],
  ['host_name',        'LONSQLP03 did not come back.',                     'An internal host did not come back.'],
  ['host_name',        'The server srv-app-04.corp.local was full.',       'The server [name removed] was full.'],
  ['unc_path',         'Copy it from \\\\srv01\\deploy$\\msu by hand.',    'Copy it from an internal share by hand.'],
  ['user_name',        'It runs as SHOP\\svc_patch at night.',             'It runs as a user account at night.'],
  ['user_name',        'It lay in C:\\Users\\plindq\\Downloads for weeks.', 'It lay in C:\\Users\\user\\Downloads for weeks.'],
  ['ticket_number',    'INC0048213 was closed.',                           'A ticket was closed.'],
  ['ticket_number',    'Ticket #48213 and nothing else.',                  'Ticket #[number removed] and nothing else.'],
  ['ticket_number',    'It waits in OPS-4821 to this day.',                'It waits in a ticket to this day.'],
  ['asset_number',     'The till with asset tag 104882 failed.',           'The till with asset tag [number removed] failed.'],
  ['guid',             'Client 6f9619ff-8b86-d011-b42d-00cf4fc964ff hung.', 'Client [identifier removed] hung.'],
  ['guid',             'S-1-5-21-1004336348-1177238915-682003330-512 owned it.', '[identifier removed] owned it.'],
  ['serial_number',    'The unit with S/N FOC2134X0AB was replaced.',      'The unit with S/N [number removed] was replaced.'],
  ['exact_date',       'On 14 March 2024 we stopped.',                     'In March 2024 we stopped.'],
  ['exact_date',       'We stopped on Friday, March 15th.',                'We stopped in March.'],
  ['exact_date',       'It took until 2024-03-14 to mend it.',             'It took until March 2024 to mend it.'],
  ['exact_date',       'It took until 14.03.2024 to mend it.',             'It took until March 2024 to mend it.'],
  ['exact_date',       'It broke on 14. März 2024.',                       'It broke in March 2024.'],
  ['exact_date',       'It broke on 03/04/2024.',                          'It broke in 2024.'],
  ['money',            'It cost $4.2 million in sales.',                   'It cost several million dollars in sales.'],
  ['money',            'It cost 1.250.000 € in sales.',                    'It cost over a million euros in sales.'],
  ['money',            'We paid CHF 45’500 for it.',                       'We paid tens of thousands of francs for it.'],
  ['head_count',       'We are 4,812 employees.',                          'We are several thousand employees.'],
  ['head_count',       'A workforce of 318 was told.',                     'A workforce of several hundred was told.'],
];

test.each(EXAMPLES)('%s: %s', (kind, before, after) => {
  expect(found(before).map(([one]) => one)).toEqual([kind]);
  expect(mended(before)).toBe(after);
});

describe('public knowledge is no one’s secret', () => {
  test.each([
    'CVE-2021-44228, KB4012598, MS17-010, RHSA-2021:5137 and AA23-325A name the same kind of thing.',
    'Version 2.17.1 follows 2.17.0; update to 10.0.19045.3803 or later, or to version 10.2.3.4.',
    'See https://msrc.microsoft.com/update-guide/2024-03-12 and learn.microsoft.com for more.',
    'On 14 March 2017 Microsoft released the update.',
    'CISA listed CVE-2021-44228 in KEV on 10 December 2021.',
    'We reached 97.4 % within 30 days, 24/7, between 22:00 and 04:30.',
    'Ports 445, 3389 and 8530 stayed open for 365 days.',
    'Windows Server 2012 R2, SQL Server 2019, Office 365 users and an ASA-5506 were left.',
    'SHA-256, AES-256, TLS 1.2 and the hash da39a3ee5e6b4b0d3255bfef95601890afd80709.',
    'NIST SP 800-40 Rev. 4, ISO 27001:2022, IEC 62443-3-3, SI-2(1) and ID.AM-08 ask for it.',
    'Set HKLM\\SOFTWARE\\Policies\\Microsoft and look into C:\\Windows\\Temp and /var/log/apt/history.log.',
    'It listens on 127.0.0.1 with the mask 255.255.255.0.',
    'About 10,000 people work here, 40 of them in our team, and it cost several million dollars.',
    'In March 12 servers failed; by March 2024 all 1,900 laptops were done.',
    'We may try 2,000 times. Error 0x80070643 and event ID 1074 came back.',
    'The account was locked, the ticket lost, the asset forgotten and the serial number worn off.',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

test('what we did is ours, because only the days of public events are public', () => {
  expect(
    found('Microsoft released the update on 14 March 2017, and we had it everywhere on 17 March 2017.'),
  ).toEqual([['exact_date', 'on 17 March 2017']]);
  expect(found('The update was released to the second ring on 19 March 2017.')).toEqual([
    ['exact_date', 'on 19 March 2017'],
  ]);
});

describe('names', () => {
  test.each([
    ['José Müller-Bąk', 'Jose Mueller-Bak and Müller-Bąk, José', ['Jose Mueller-Bak', 'Müller-Bąk, José']],
    [
      'Dr. Anna van den Berg',
      'Dr. van den Berg, Anna and A. van den Berg',
      ['Dr. van den Berg', 'Anna', 'A. van den Berg'],
    ],
    ['Seán O’Neill', "Sean O'Neill met Mr ONeill", ["Sean O'Neill", 'Mr ONeill']],
  ])('%s is found as people write it', (name, text, names) => {
    const known = { name, email: 'x@gmail.com', organization: 'none' };

    expect(found(text, known)).toEqual(names.map((one) => ['contact_name', one]));
  });

  test('an everyday word counts beside the rest of the name or a title only', () => {
    const known = { name: 'Will Page', email: 'w@gmail.com', organization: 'none' };

    expect(found('Will this page load? Will Page asked. Mr Page knew.', known)).toEqual([
      ['contact_name', 'Will Page'],
      ['contact_name', 'Mr Page'],
    ]);
  });

  test('a common word of the sector is no name by itself, in the singular or the plural, but with the rest of the name', () => {
    const clinics = { ...PETRA, organization: 'Riverside Clinics', email: 'petra@clinics.example' };

    expect(found('We told the Clinics, and the clinics told us. Clinics close at six.', clinics)).toEqual([]);
    expect(found('At Riverside Clinics, and at Riverside, they do.', clinics)).toEqual([
      ['own_organization', 'Riverside Clinics'],
      ['own_organization', 'Riverside'],
    ]);
  });

  test('a role is no name, and “none” no organization', () => {
    const known = { name: 'Patch Manager', email: 'info@gmail.com', organization: 'none' };

    expect(found('None of the patch managers of our organization wrote to info.', known)).toEqual([]);
  });

  test('a mail provider is nobody’s own domain, but an organization’s is', () => {
    const text = 'We mail through gmail.com and vale-hospital.example.';

    expect(found(text, { name: 'A', email: 'a@gmail.com', organization: '' })).toEqual([]);
    expect(found(text, { name: 'A', email: 'a@it.vale-hospital.example', organization: '' })).toEqual([
      ['own_domain', 'vale-hospital.example'],
    ]);
  });

  test('initials of an organization count in capitals, and not if they are an abbreviation of the field', () => {
    const lrta = { name: 'A', email: 'a@gmail.com', organization: 'Lake Regional Transit Authority' };
    const soc = { name: 'A', email: 'a@gmail.com', organization: 'Sierra Oil Company' };

    expect(found('The LRTA patched.', lrta)).toEqual([['own_organization', 'The LRTA']]);
    expect(found('The SOC saw it.', soc)).toEqual([]);
  });
});
