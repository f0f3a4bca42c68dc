/** Sources that the editors' files give: where they stand, and who published them. */
import { expect, test } from 'vitest';
import { readCases, readContent } from '#test/support/content.ts';
import { FILES, ofKey } from './strings.ts';

test('have addresses that are encrypted and on the public web', () => {
  const addresses = ofKey('url');
  expect(addresses.length).toBeGreaterThan(50);
  const bad = addresses.filter(({ text }) => {
    const { protocol, hostname, username } = new URL(text);
    return protocol !== 'https:' || username !== '' || !/\.[a-z]{2,}$/.test(hostname);
  });
  expect(bad).toEqual([]);
});

test('in running text are encrypted too', () => {
  expect(FILES.filter((file) => /http:\/\//.test(readContent(file)))).toEqual([]);
});

test.each(readCases())('of $slug say who published them', ({ record }) => {
  expect(record.sources.filter(({ publisher, title }) => publisher === '' || title === '')).toEqual([]);
  expect(record.sources.length).toBeGreaterThan(0);
});
