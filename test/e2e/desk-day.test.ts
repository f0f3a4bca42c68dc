/** A day of each role in a browser, at one running commons, and two editors who decide at once. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import type { SubmissionInput } from '#schemas/submission.ts';
import { startBrowser } from '#test/support/browser.ts';
import { faults } from '#test/support/faults.ts';
import { fillForm } from '#test/support/fill-form.ts';
import { DEPLOY, recordOf } from '#test/support/lab.ts';
import { offeringSent } from '#test/support/offering.ts';
import { type Running, runCommons, until } from '#test/support/running.ts';
import { lesson, scoresOf } from '#test/support/story.ts';
import { arriveAtDesk, sendFrom, type Visit } from '#test/support/visits.ts';

const titled = (title: string, contact: Partial<SubmissionInput['contact']>) => ({
  ...lesson,
  contact: { ...lesson.contact, ...contact },
  content: { ...lesson.content, title },
});
/** Nobody can tell where it comes from, so reviewers are asked before it opens. */
const ORCHARD = titled('Kiosks of an orchard were patched at night', {
  email: 'wim@gmail.com',
  organization: 'none',
});
const HARBOUR = titled('A harbour found its cranes by their traffic', { email: 'hanna@harbour.example' });
const TUNNEL = titled('Tunnel gates kept an old library', { email: 'tom@tunnel.example' });

let running: Running;
let browser: Browser;
let day: Awaited<ReturnType<typeof gather>>;

beforeAll(async () => {
  [running, browser] = await Promise.all([runCommons({}, inject('siteFolder')), startBrowser()]);
  day = await gather();
});
afterEach(() => {
  expect(Object.values(day).flatMap(({ complaints }) => complaints)).toEqual([]);
});
afterAll(async () => {
  await browser.close();
  await running.stop();
});

/** Everybody at the desk, and everybody who has sent something. */
async function gather() {
  const place = { browser, running };
  const edith = await arriveAtDesk(place, 'edith', ['editor']);
  const erik = await arriveAtDesk(place, 'erik', ['editor']);
  const rita = await arriveAtDesk(place, 'rita', ['reviewer']);
  const rolf = await arriveAtDesk(place, 'rolf', ['reviewer']);
  const lars = await arriveAtDesk(place, 'lars', ['lab']);
  const ada = await arriveAtDesk(place, 'ada', ['admin']);
  const [wim, hanna, tom, vera] = await Promise.all([
    sendFrom(place, ORCHARD),
    sendFrom(place, HARBOUR),
    sendFrom(place, TUNNEL),
    sendFrom(place, offeringSent),
  ]);
  return { edith, erik, rita, rolf, lars, ada, wim, hanna, tom, vera };
}

type Sent = { id: string };

const atDesk = ({ id }: Sent) => `/api/desk/submissions/${id}`;
const addressOf = ({ id }: Sent, section = '') => `/desk/#/submission/${id}${section}`;
const statusOf = (sender: Visit & Sent) => sender.get(`/api/submissions/${sender.id}`);

/** Do by a call what somebody else clicks in another test. */
async function act(who: Visit, sent: Sent, action: string, body: object = {}): Promise<void> {
  const { revision } = await who.get(atDesk(sent));
  await who.post(`${atDesk(sent)}/${action}`, { revision, ...body });
}

const triage = (sent: Sent, more: object = {}) =>
  act(day.edith, sent, 'triage', { reviewers: [day.rita.id, day.rolf.id], ...more });
const recommend = (who: Visit, sent: Sent) =>
  act(who, sent, 'recommend', { verdict: 'publish', note: 'Specific.', rubric: scoresOf('lesson') });

async function keepFindings(sent: Sent): Promise<void> {
  const { findings } = await day.edith.get(atDesk(sent));
  for (const { kind, text } of findings)
    await day.edith.post(`${atDesk(sent)}/findings`, { kind, text, reason: 'Known to everybody.' });
}

const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true }).first().click();
const says = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor();
const opened = (page: Page, title: string) => page.getByRole('heading', { level: 1, name: title }).waitFor();

async function follow(page: Page, link: string, heading = link): Promise<void> {
  await page.getByRole('link', { name: link, exact: true }).click();
  await page.getByRole('heading', { name: heading }).first().waitFor();
}

test('an editor finds a lesson in the queue, reads all of it, and begins its review', async () => {
  const { page } = day.edith;
  await page.goto('/desk/');
  await opened(page, 'What waits');
  expect(await faults(page)).toEqual([]);

  await page.getByRole('searchbox', { name: 'Reference' }).fill('orchard');
  await press(page, 'Show these');
  await until(async () => (await page.locator('tbody tr').count()) === 1, 'the one lesson of the orchard');
  await page.getByRole('table').getByRole('link', { name: ORCHARD.content.title }).click();
  await opened(page, ORCHARD.content.title);
  expect(await faults(page)).toEqual([]);
  for (const [section, heading] of [
    ['As it was sent'],
    ['Both, side by side', 'The page, beside what was sent'],
    ['What changed'],
    ['Letters and record'],
  ] as const) {
    await follow(page, section, heading);
    expect([section, await faults(page)]).toEqual([section, []]);
  }

  await press(page, 'Begin the review');
  await page.getByText(/^rita/).click();
  await page.getByText(/^rolf/).click();
  await press(page, 'Save and next');
  await says(
    page,
    'The review has begun. The reviewers and the submitter were written to. This is the next.',
  );
  expect((await statusOf(day.wim)).state).toBe('in_review');
});

test('a reviewer says that nothing ties her to it, reads it, writes to the desk, recommends, and goes on', async () => {
  const { page } = day.rita;
  const remark = 'I would ask how many kiosks were left.';
  await triage(day.hanna);
  await page.goto(addressOf(day.wim));
  await opened(page, 'This submission cannot be shown');

  await page.goto('/desk/');
  await says(page, 'Asked of you: does anything tie you to these?');
  expect(await faults(page)).toEqual([]);
  await page.getByText('As far as I can tell, nothing ties me to it').click();
  await press(page, 'Open it');
  await opened(page, ORCHARD.content.title);
  await follow(page, 'Recommendations, findings and requests');
  await page.getByRole('textbox', { name: 'Write to the desk' }).fill(remark);
  await press(page, 'Write to the desk');
  await says(page, 'Written. Only the desk reads it.');
  await press(page, 'Recommend');
  await page.getByText('Publish this revision', { exact: true }).click();
  await page.getByLabel(/your reasons/i).fill('Specific, and safe to publish.');
  expect(await faults(page)).toEqual([]);
  await press(page, 'Save and next');
  await says(page, 'There is a problem');
  await fillForm(page, { rubric: scoresOf('lesson') });
  await press(page, 'Save and next');

  await opened(page, HARBOUR.content.title);
  await says(page, 'Your recommendation is saved. This is the next.');
  expect(JSON.stringify(await statusOf(day.wim))).not.toContain(remark);
  await day.rolf.post(`/api/desk/attestations/${day.wim.id}`, { noTie: true });
  expect(await day.rolf.get(atDesk(day.wim))).toMatchObject({
    recommendations: [],
    hiddenRecommendations: 1,
    remarks: [{ text: remark, person: 'rita', audience: 'reviewers' }],
  });
});

test('a submitter reads what was asked, answers, and sends it again', async () => {
  const { page } = day.hanna;
  await act(day.rita, day.hanna, 'request_changes', { requests: ['Say when the count was made.'] });

  await page.goto('/status/');
  await says(page, 'Say when the count was made.');
  await press(page, 'Add another event');
  await page.locator('fieldset:target').waitFor();
  await page.getByRole('textbox', { name: /^Summary/ }).fill('Cranes were found by night.');
  await press(page, 'See what you changed');
  await page.locator('section:target').getByText('It is not sent yet.').waitFor();
  expect((await page.locator('section:target ins').allTextContents()).join()).toContain('night');
  expect(await faults(page)).toEqual([]);
  await page.getByLabel('Your answer to request 1').fill('In the first week, by two people.');
  await press(page, 'Send it again');

  await says(page, 'You answered: In the first week, by two people.');
  expect((await statusOf(day.hanna)).state).toBe('in_review');
});

test('somebody of the lab records a run and sends the results, and the vendor gives its statement', async () => {
  const { page } = day.lars;
  await triage(day.vera, { responsiveness: { product: 'yes', requirement: 'yes', contact: 'yes' } });
  await page.goto('/desk/');
  await says(page, 'Nothing is in the lab.');
  await act(day.edith, day.vera, 'send_to_lab', { procedures: [DEPLOY], note: 'Two weeks from Monday.' });

  await page.reload();
  await page.getByRole('table').getByRole('link', { name: offeringSent.content.product }).click();
  await follow(page, 'Lab');
  await page.getByText('Record what you found').click();
  const { procedureVersion: _, ...found } = recordOf(DEPLOY, { 1: 'otherwise' });
  await fillForm(page, found);
  const log = { name: 'log.csv', mimeType: 'text/csv', buffer: Buffer.from('machine,ring\none,1\n') };
  await page.getByLabel('Add files to this run').setInputFiles(log);
  await press(page, 'Add these files');
  await says(page, 'The file was added.');
  await press(page, 'Save the record');
  await says(page, '“Verified” needs every decisive step as expected');
  expect(await faults(page)).toEqual([]);
  await fillForm(page, { verdict: 'failed' });
  await press(page, 'Save the record');
  await says(page, /^Recorded:/);
  expect(await faults(page)).toEqual([]);
  await press(page, 'Finish the lab test');
  await page.getByLabel('A word to the vendor').fill('Thank you for the licence.');
  await press(page, 'Read the letter, and edit it before it goes');
  const letter = page.getByLabel('The letter');
  await letter.fill(`${await letter.inputValue()}\n\nThe lab counted twice.`);
  await press(page, 'See how it would be worded now');
  await says(page, 'It would be worded like this now:');
  expect(await faults(page)).toEqual([]);
  await press(page, 'Send the results');
  await says(page, 'The results were sent to the vendor, and the lab has given it back.');

  await day.vera.page.goto('/status/');
  await says(day.vera.page, 'The lab counted twice.');
  await day.vera.page.getByText('Files that the lab kept of this run: 1').click();
  const download = day.vera.page.waitForEvent('download');
  await day.vera.page.getByRole('link', { name: 'evidence-1.csv' }).click();
  expect((await download).suggestedFilename()).toBe('evidence-1.csv');
  await day.vera.page.getByLabel('Your statement').fill('The next version stops the last machine too.');
  expect(await faults(day.vera.page)).toEqual([]);
  await press(day.vera.page, 'Send the statement');
  await says(day.vera.page, 'The next version stops the last machine too.');
  expect((await statusOf(day.vera)).labRuns).toMatchObject([{ procedure: DEPLOY, verdict: 'failed' }]);
});

/** All that the page holds, typed or printed. */
const textsIn = (page: Page) =>
  page.evaluate(() => {
    const fields = [...document.querySelectorAll<HTMLInputElement>('main :is(input, textarea)')];
    return [document.querySelector('main')?.textContent, ...fields.map(({ value }) => value)].join('\n');
  });

test('two editors decide at once: one wins, the other is told and loses nothing typed', async () => {
  const { edith, erik, tom } = day;
  await triage(tom);
  for (const reviewer of [day.rita, day.rolf]) await recommend(reviewer, tom);
  await keepFindings(tom);
  for (const { page } of [edith, erik]) {
    await page.goto(addressOf(tom));
    // It may have been open already, as the next that waited: the same address loads nothing.
    await page.reload();
    await opened(page, TUNNEL.content.title);
  }

  await press(edith.page, 'Approve');
  await edith.page.getByLabel('Address of the page').fill('tunnel-gates');
  await press(edith.page, 'Read the letter, and edit it before it goes');
  await edith.page.getByLabel('The letter').fill('Please sign. The gates were worth telling.');
  await press(erik.page, 'Decline');
  await fillForm(erik.page, {
    code: 'insufficient_detail',
    message: 'It names no day on which a gate was opened.',
    repair: 'Tell which gate was opened on which day.',
  });
  await Promise.all([
    press(edith.page, 'Approve, and ask for the signature'),
    press(erik.page, 'Decline, and tell the submitter'),
  ]);
  for (const { page } of [edith, erik]) await says(page, /Somebody else was faster|^Approved\.|^Declined\./);

  const { state } = await statusOf(tom);
  const [winner, loser, typed] =
    state === 'declined'
      ? [erik, edith, 'The gates were worth telling.']
      : [edith, erik, 'Tell which gate was opened on which day.'];
  expect(['declined', 'sign_off']).toContain(state);
  await says(loser.page, 'Somebody else was faster.');
  expect(await winner.page.getByText('Somebody else was faster.').count()).toBe(0);
  expect(await textsIn(loser.page)).toContain(typed);
  await press(loser.page, 'Show the newest, keep what I typed');
  await says(loser.page, 'The newest state is shown. What you typed is still there.');
  expect(await textsIn(loser.page)).toContain(typed);
  expect(await faults(loser.page)).toEqual([]);
});

test('an approval waits with its letter edited, is released and signed; publishing and insight show it', async () => {
  const { page } = day.edith;
  const { page: signing } = day.wim;
  await recommend(day.rolf, day.wim);
  await keepFindings(day.wim);

  await page.goto(addressOf(day.wim, '/review'));
  await opened(page, ORCHARD.content.title);
  await press(page, 'Approve');
  await page.getByLabel('Address of the page').fill('kiosks-at-night');
  await press(page, 'Read the letter, and edit it before it goes');
  const letter = page.getByLabel('The letter');
  await letter.fill(`${await letter.inputValue()}\n\nThe owls send their regards.`);
  expect(await faults(page)).toEqual([]);
  await press(page, 'Prepare it, to be released later');
  await says(page, 'Prepared. It has no effect before it is released, under “Pending decisions”.');
  expect((await statusOf(day.wim)).state).toBe('in_review');

  await follow(page, 'Pending decisions');
  await page.getByText('Read the letter').click();
  expect(await letter.inputValue()).toContain('The owls send their regards.');
  expect(await faults(page)).toEqual([]);
  await press(page, 'Select all that can be released');
  await letter.fill(`${await letter.inputValue()}\n\nSo do the bats.`);
  await press(page, 'Release 1 decision');
  await says(page, 'There are letters with edits that are not saved. See which below.');
  await press(page, 'Save the letter');
  await says(page, 'The letter is saved. It goes when the decision is released.');
  await press(page, 'Select all that can be released');
  await press(page, 'Release 1 decision');
  await says(page, '1 decision was released.');

  await signing.goto('/status/');
  await says(signing, 'So do the bats.');
  expect(await faults(signing)).toEqual([]);
  await press(signing, 'Sign this text');
  await says(signing, /Accepted|Being published|Published/);

  await follow(page, 'Publishing');
  await page.getByRole('link', { name: 'kiosks-at-night' }).waitFor();
  expect(await faults(page)).toEqual([]);
  await follow(page, 'Insight');
  expect(await faults(page)).toEqual([]);
  const download = page.waitForEvent('download');
  await press(page, 'Read contacts, as CSV');
  expect((await download).suggestedFilename()).toBe('submissions-with-contacts.csv');
});

test('an editor records a lesson, tries both forms without losing either, and corrects the address of its source', async () => {
  const { page } = day.edith;
  const form = page.getByRole('region', { name: 'What you record' });
  const change = (name: string) => page.getByText(name, { exact: false }).first().click();
  await page.goto('/desk/#/record');
  await opened(page, 'Record a lesson for somebody');
  await form.getByLabel('What happened?').fill('The ferry patched its gates.');
  await change('Full: everything');
  await form.locator('[name="content.title"]').fill('Gates of a ferry');
  await form.getByLabel('Their name').fill('Ines');
  await follow(page, 'Publishing');
  await page.goto('/desk/#/record');
  expect(await form.locator('[name="content.title"]').inputValue()).toBe('Gates of a ferry');
  await change('Short: two answers');
  expect(await form.getByLabel('What happened?').inputValue()).toBe('The ferry patched its gates.');
  expect(await form.getByLabel('Their name').inputValue()).toBe('Ines');

  await form.getByText('In an interview').click();
  await fillForm(page, {
    receivedOn: '2026-11-02',
    consent: { words: 'Ines agreed on the telephone.', publish: true },
    contact: { email: 'ines@fery.example', organization: 'Ferries' },
    content: { differently: 'Close one gate first.' },
  });
  await press(page, 'Record it and write to its source');
  await says(page, 'Its source was written to');
  await running.letter('ines@fery.example', 1);

  await page.getByText('Correct the address').click();
  await page.getByLabel('The right address of its source').fill('ines@ferry.example');
  expect(await faults(page)).toEqual([]);
  await press(page, 'Write to this address instead');
  await says(page, 'A new letter for');
  expect(await running.letter('ines@ferry.example', 1)).toContain('/open/#');
});

test('the views of the desk that no other day has opened are as sound', async () => {
  const { page } = day.edith;

  for (const [view, heading] of [
    ['queue/all', 'Everything'],
    ['record', 'Record a lesson for somebody'],
    ['account', 'Your account'],
    ['nowhere', 'There is no such view'],
  ] as const) {
    await page.goto(`/desk/#/${view}`);
    await opened(page, heading);
    expect([view, await faults(page)]).toEqual([view, []]);
  }
});

/** Wait until what is called `words` has the focus. */
const focuses = (page: Page, words: string | undefined) =>
  until(
    async () => (await page.evaluate(() => document.activeElement?.textContent?.trim())) === words,
    `the focus on ${words}`,
  );

test('a queue is gone through by keys, which do nothing in a field and can be switched off', async () => {
  const { page } = day.erik;
  await page.goto('/desk/#/queue/all');
  await opened(page, 'Everything');
  const titles = await page.locator('tbody th a').allTextContents();
  for (const key of ['j', 'j', 'k', 'k', 'j']) await page.keyboard.press(key);
  await focuses(page, titles[1]);
  await page.keyboard.press('Enter');
  await opened(page, titles[1] ?? '');
  await page.keyboard.press('2');
  await focuses(page, 'As it was sent');
  await page.keyboard.press('a');
  await focuses(page, 'What you can do');
  await page.keyboard.press('u');
  await opened(page, 'Everything');
  await focuses(page, titles[1]);

  await page.keyboard.press('/');
  await page.keyboard.type('jung?');
  expect(await page.getByRole('searchbox', { name: 'Reference' }).inputValue()).toBe('jung?');
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.keyboard.press('Enter');
  await says(page, 'Nothing here is like that.');
  await page.keyboard.press('?');
  await page.getByRole('heading', { name: 'Keys of the desk' }).waitFor();
  expect(await faults(page)).toEqual([]);
  await page.getByText('Use these keys').click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('u');
  await page.keyboard.press('?');
  expect(await page.getByRole('dialog').count()).toBe(0);
});

test('on a small screen the parts of the desk are behind a button that says where one is', async () => {
  const { page } = day.edith;
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto('/desk/#/account');
  await opened(page, 'Your account');
  expect(await page.getByRole('navigation', { name: 'Review desk' }).isVisible()).toBe(false);
  await press(page, 'Desk menu: Your account');
  expect(await faults(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 700 });
  await follow(page, 'Comments', 'Comments on the guidance');
  expect(await page.getByRole('button', { name: 'Desk menu: Comments' }).getAttribute('aria-expanded')).toBe(
    'false',
  );
});

test('an admin invites somebody and changes roles, and sees no submission', async () => {
  const { page } = day.ada;
  await page.goto('/desk/');
  await says(page, 'An admin sees no submissions.');
  expect(await page.getByRole('searchbox', { name: 'Reference' }).count()).toBe(0);
  expect(await faults(page)).toEqual([]);
  expect(await day.ada.get('/api/desk/submissions')).toMatchObject({ items: [], counts: {} });
  await page.goto(addressOf(day.wim));
  await opened(page, 'This submission cannot be shown');

  await follow(page, 'People');
  const invite = page.getByRole('region', { name: 'Invite somebody' });
  await invite.getByLabel('Name').fill('Nell Newcomer');
  await invite.getByLabel('E-mail address').fill('nell@desk.example');
  await invite.getByText(/^Lab:/).click();
  await press(page, 'Send the invitation');
  await says(page, 'The invitation is on its way.');
  expect(await running.letter('nell@desk.example', 1)).toContain('/desk/welcome/#');

  const lars = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'lars' }) });
  await lars.getByText('Change the roles').click();
  await lars.getByText(/^Reviewer:/).click();
  expect(await faults(page)).toEqual([]);
  await lars.getByRole('button', { name: 'Save the roles' }).click();
  await says(page, 'The roles of lars are saved.');
  const people: { name: string; roles: string[] }[] = await day.ada.get('/api/people');
  expect(people.find(({ name }) => name === 'lars')?.roles.toSorted()).toEqual(['lab', 'reviewer']);
});
