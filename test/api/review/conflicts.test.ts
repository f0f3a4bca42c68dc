import { describe, expect, test } from 'vitest';
import {
  inConflict,
  isOfUnknownSource,
  mailboxKey,
  mailDomain,
  organizationKey,
  personKeys,
  sourceKeys,
} from '#api/review/conflicts.ts';

const person = personKeys({
  email: 'ada@reviewers.example',
  ties: [{ organization: 'Example Bank AG', domain: 'bank.example' }, { organization: 'Acme & Söhne' }],
});
const from = (organization: string, email: string) => sourceKeys({ organization, email });

describe('the key of an organization', () => {
  test.each([
    ['Example Bank', 'EXAMPLE BANK, Inc.'],
    ['Example Bank', 'The Example Bank Ltd'],
    ['Example Bank', 'example-bank GmbH'],
    ['Acme & Söhne', 'Acme and Sohne S.A.'],
    ['Äpfel AG', 'A\u0308pfel'],
    ['株式会社例', '株式会社例'],
  ])('“%s” and “%s” are the same', (one, other) => {
    expect(organizationKey(one)).toBe(organizationKey(other));
    expect(organizationKey(one)).not.toBe('');
  });

  test('a name that is nothing but a legal form is kept whole', () => {
    expect(organizationKey('The Company Group')).toBe('companygroup');
  });

  test.each(['none', 'None.', 'N/A', 'n.a.', '–', 'myself', ''])(
    '“%s” stands for no organization',
    (name) => {
      expect(organizationKey(name)).toBe('');
    },
  );
});

test('a mail domain is compared without case and without a last dot', () => {
  expect(mailDomain('Ada@Mail.Example.ORG.')).toBe('mail.example.org');
});

test('a public mail provider is nobody’s domain', () => {
  expect(mailDomain('ada@gmail.com')).toBeUndefined();
  expect(mailDomain('ada@Proton.me')).toBeUndefined();
});

test('a mailbox is the same with or without a tag', () => {
  expect(mailboxKey('Ada+patch@Example.org')).toBe(mailboxKey('ada@example.org'));
  expect(mailboxKey('ada@example.org')).not.toBe(mailboxKey('ada@example.com'));
});

describe('a submission is hidden', () => {
  test.each([
    ['from an organization that the person is tied to', from('Example Bank', 'x@elsewhere.example')],
    [
      'of a vendor that the person is tied to, whoever sends it',
      sourceKeys({ organization: 'An agency', email: 'x@agency.example', vendor: 'Example Bank' }),
    ],
    ['from its mail domain', from('none', 'x@bank.example')],
    ['from a part of its mail domain', from('none', 'x@uk.bank.example')],
    ['from the domain of the person’s own address', from('Another', 'x@reviewers.example')],
    ['from the person’s own mailbox', from('none', 'ada+x@reviewers.example')],
  ])('%s', (_, source) => {
    expect(inConflict(person, source, false)).toBe(true);
  });

  test('when the person declared it', () => {
    expect(inConflict(person, from('Another', 'x@another.example'), true)).toBe(true);
  });

  test('from a colleague who writes from a public provider as oneself', () => {
    const atHome = personKeys({ email: 'ada@gmail.com', ties: [] });

    expect(inConflict(atHome, from('none', 'ADA@gmail.com'), false)).toBe(true);
  });
});

describe('a submission is shown', () => {
  test.each([
    ['from an organization without a tie', from('Another Bank', 'x@another.example')],
    ['from a domain that only ends alike', from('none', 'x@notbank.example')],
  ])('%s', (_, source) => {
    expect(inConflict(person, source, false)).toBe(false);
  });

  test('because a shared public provider ties nobody', () => {
    const atHome = personKeys({ email: 'ada@gmail.com', ties: [{ organization: 'X', domain: 'gmail.com' }] });

    expect(inConflict(atHome, from('none', 'ben@gmail.com'), false)).toBe(false);
  });

  test('because “none” is not an organization that two people share', () => {
    const free = personKeys({ email: 'ada@gmail.com', ties: [{ organization: 'None' }] });

    expect(inConflict(free, from('none', 'ben@gmail.com'), false)).toBe(false);
  });
});

test('a source is unknown when neither organization nor domain says anything', () => {
  expect(isOfUnknownSource(from('none', 'ben@gmail.com'))).toBe(true);
  expect(isOfUnknownSource(from('Acme', 'ben@gmail.com'))).toBe(false);
  expect(isOfUnknownSource(from('none', 'ben@acme.example'))).toBe(false);
});
