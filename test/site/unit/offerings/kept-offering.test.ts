/** An offering in two windows of one browser, until it is sent. */
import { expect, test } from 'vitest';
import type { FormValues } from '#site/forms/names.ts';
import { keepTyped, openKept, openSent, saysAnything } from '#site/islands/offering-form/kept-offering.ts';
import { offeringSent } from '#test/support/offering.ts';
import { Browser } from '#test/support/windows.ts';

/** As the form is printed: fields are empty, and a choice is made already. */
const BLANK = {
  kind: 'offering',
  content: { vendor: '', claims: [{ claim: ' ' }], release: { access: 'reviewers_only' } },
  contact: { name: '' },
};
const typed = (vendor: string) => ({ ...BLANK, content: { ...BLANK.content, vendor } });

test('what a window left is taken up by the next empty form, not by one that somebody types in, and goes once it is sent', async () => {
  const browser = new Browser();
  const first = browser.open();
  keepTyped(await openKept(() => BLANK, first.around), typed('Lathe'));

  const beside = browser.open();
  const second = await openKept(() => BLANK, beside.around);
  expect(second.read()).toBeUndefined();
  first.close();
  beside.close();

  expect((await openKept(() => typed('Press'), browser.open().around)).read()).toBeUndefined();
  const third = browser.open();
  const mirror = await openKept(() => BLANK, third.around);
  expect(mirror.read()?.typed).toEqual(typed('Lathe'));
  keepTyped(mirror, typed('Lathe'), typed('Lathe'));
  third.close();

  (await openSent(browser.open().around)).drop();
  expect(browser.disk.length).toBe(0);
});

test('whoever begins to type while the form looks for what was left keeps both', async () => {
  const browser = new Browser();
  const first = browser.open();
  keepTyped(await openKept(() => BLANK, first.around), typed('Lathe'));
  first.close();

  let now: FormValues = BLANK;
  const second = openKept(() => now, browser.open().around);
  now = typed('Press');
  keepTyped(await second, now);

  expect(browser.disk.length).toBe(2);
});

test('what has not been sent is no answer’s to forget, and an emptied form keeps nothing', async () => {
  const browser = new Browser();
  const first = browser.open();
  const mirror = await openKept(() => BLANK, first.around);
  keepTyped(mirror, typed('Lathe'));
  (await openSent(browser.open().around)).drop();
  expect(browser.disk.length).toBe(1);

  keepTyped(mirror, BLANK);
  expect(browser.disk.length).toBe(0);
});

test('an offering says something, and a form that was only printed does not', () => {
  expect([
    saysAnything(JSON.parse(JSON.stringify(offeringSent))),
    saysAnything(BLANK),
    saysAnything({}),
  ]).toEqual([true, false, false]);
});
