/** The check runs on every pause in typing and at an API open to everyone: no text may make it slow. */
import { expect, test } from 'vitest';
import { checkText } from '#api/review/identity-check/check.ts';
import { PETRA } from './support.ts';

const SHORT = 5_000;
const TIMES_LONGER = 4;

const UNITS = [
  ...['a', '1', ' ', '.', '-', '_', ':', '\\', '/', '@', '(', '+', '$', ',', '\n', 'é', '\uE000', '☃'],
  ...[
    '1 ',
    '1.',
    '1,',
    '1-',
    '1:',
    'a.',
    'a-',
    'a1-',
    '::',
    'a@',
    '@a.',
    'a (at) ',
    ' dot a',
    '1 000 ',
    '10.0.0.',
    '0:',
    'f:',
  ],
  ...[
    '\\\\a',
    'a\\',
    'C:\\Users\\',
    '//a/',
    'http://a.',
    'smb://',
    'INC',
    'INC0',
    'AB-12',
    'asset tag ',
    'serial number ',
    'S/N',
  ],
  ...[
    '1 May ',
    'May ',
    '1 to 1 ',
    'on the ',
    'released KEV ',
    'on 1 May CVE ',
    '$1 ',
    '1 million ',
    '1 staff ',
    '1 very ',
    'workforce of ',
  ],
  ...[
    'Petra ',
    'Petra',
    'brightaisle.',
    'brightaisle-',
    'Brightaisle Stores ',
    'version 1.1 and ',
    '1.1 or ',
    'HKLM\\',
    'f'.repeat(31),
  ],
  ...[
    'ticket #',
    'account ',
    'srv-',
    'srv01',
    'ip-10-',
    '[.]',
    '00',
    '+1',
    '(0',
    'ext. ',
    'deadbeef-',
    'S-1-5-21-',
  ],
];

test.each(UNITS)('%j again and again takes time in proportion to its length', (unit) => {
  const text = unit.repeat(Math.ceil(SHORT / unit.length));

  const once = secondsFor(text);
  const longer = secondsFor(text.repeat(TIMES_LONGER));

  // A quadratic search would take sixteen times as long; what takes no time to speak of is not compared.
  expect(longer).toBeLessThan(Math.max(once * TIMES_LONGER * 2, 0.1));
});

test('a name of any length is no burden', () => {
  const long = 'Petra von der Brightaisle & '.repeat(SHORT);
  const known = {
    name: long,
    email: `${'a.'.repeat(SHORT)}@${'b.'.repeat(SHORT)}example`,
    organization: long,
  };

  expect(secondsFor('We at Brightaisle asked Petra. '.repeat(SHORT / 50), known)).toBeLessThan(2);
});

/** Of this thread on a processor, whatever else the machine is doing. The best of three: the first ones compile the patterns. */
function secondsFor(text: string, known = PETRA): number {
  const runs = [1, 2, 3].map(() => {
    const before = process.threadCpuUsage();
    checkText(text, known);
    return process.threadCpuUsage(before).user / 1_000_000;
  });
  return Math.min(...runs);
}
