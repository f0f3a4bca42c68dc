import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { daysText, readMeasuredService } from '#site/service-levels.ts';
import { temporaryFolder } from '#test/support/folder.ts';

const service = (submissions: number) => ({
  schemaVersion: 1,
  measuredOn: '2026-11-22',
  months: [{ month: '2026-10', submissions, waits: [], declines: [] }],
});

test('there is nothing to read before the first night', async () => {
  expect(await readMeasuredService(temporaryFolder())).toBeUndefined();
});

test('a figure that rests on few does not get onto a page, even from the file', async () => {
  const folder = temporaryFolder();
  const write = (submissions: number) =>
    fs.writeFileSync(path.join(folder, 'service-levels.json'), JSON.stringify(service(submissions)));

  write(50);
  expect(await readMeasuredService(folder)).toEqual(service(50));
  write(49);
  await expect(readMeasuredService(folder)).rejects.toThrow();
});

test.each([
  [0.2, 'under a day'],
  [1, '1 day'],
  [4.5, '4.5 days'],
  [15.2, '15 days'],
])('%d days read as %s', (days, text) => {
  expect(daysText(days)).toBe(text);
});
