/** Signing in as people do it: in a browser, under a policy that forbids inline scripts and styles. */
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { Secret, TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Database, openDb } from '#api/db/client.ts';
import { sessions } from '#api/db/tables.ts';
import { type Jobs, startJobs } from '#api/jobs.ts';
import { startBrowser } from '#test/support/browser.ts';
import { codeOf, type Desk, openDesk, PASSWORD, storedPerson, tokenFor } from '#test/support/desk.ts';

let browser: Browser;
let database: Database;
let jobs: Jobs;
let desk: Desk;

beforeAll(async () => {
  [browser, database] = await Promise.all([startBrowser(), openDb()]);
  jobs = await startJobs(database, console.error);
  const pages = await islandPages();
  // A name of this machine that is not taken for one's own alone, so that a second factor is asked for.
  desk = await openDesk(database.db, jobs, { address: (port) => `http://desk.localhost:${port}`, pages });
});

afterAll(async () => {
  await browser.close();
  await desk.close();
  await jobs.stop();
  await database.close();
});

/** The one script of a page, from a file of `test/support/`. */
async function bundle(file: string): Promise<string> {
  const entry = fileURLToPath(new URL(`../support/${file}`, import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry, formats: ['es'] } },
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const outputs = [built].flat().flatMap((result) => ('output' in result ? result.output : []));
  return outputs.find((part) => part.type === 'chunk')?.code ?? '';
}

const pageOf = (script: string) =>
  `<!doctype html><html lang="en"><title>Desk</title><main><h1>Desk</h1><div></div></main><script type="module" src="${script}"></script></html>`;

async function islandPages(): Promise<Hono> {
  const [signIn, desk] = await Promise.all([bundle('sign-in-pages.tsx'), bundle('desk-page.tsx')]);
  const type = { 'content-type': 'text/javascript' };
  return new Hono()
    .use((c, next) => {
      c.header('Content-Security-Policy', "default-src 'self'");
      return next();
    })
    .get('/sign-in.js', (c) => c.body(signIn, 200, type))
    .get('/desk.js', (c) => c.body(desk, 200, type))
    .get('/favicon.ico', (c) => c.body(null, 204))
    .get('/desk/itself/', (c) => c.html(pageOf('/desk.js')))
    .get('/desk/*', (c) => c.html(pageOf('/sign-in.js')));
}

/** A page in a browser of its own, and everything that it complained about but refusals of the API. */
async function openPage(): Promise<{ page: Page; complaints: string[] }> {
  const page = await (await browser.newContext()).newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('the server responded with a status of 4'))
      complaints.push(message.text());
  });
  return { page, complaints };
}

/** Not the picture whose label speaks of a code, too. */
const input = (page: Page, label: string) => page.getByLabel(label).and(page.locator('input'));

async function fill(page: Page, fields: Record<string, string>, button: string): Promise<void> {
  for (const [label, value] of Object.entries(fields)) await input(page, label).fill(value);
  await page.getByRole('button', { name: button }).click();
}

const violations = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id);

/** Set up an app by the key that the page shows. Answers the app and the recovery codes. */
async function enrolBy(page: Page) {
  await page.getByRole('button', { name: 'Set it up' }).click();
  const key = (await page.locator('.manual-key').textContent()) ?? '';
  const app = new TOTP({ secret: Secret.fromBase32(key.replaceAll(' ', '')) });
  expect(await violations(page)).toEqual([]);
  await fill(page, { Code: codeOf(app) }, 'Check the code');
  await page.locator('.recovery-codes').waitFor();
  const codes = await page.locator('.recovery-codes code').allTextContents();
  return { app, codes };
}

test('the first editor: link of the console, account, second factor, desk; then again by a recovery code', async () => {
  const { page, complaints } = await openPage();
  await page.goto(desk.firstEditor.address ?? '');
  await page.getByLabel('Your name').waitFor();
  expect(page.url()).not.toContain('#');
  expect(await violations(page)).toEqual([]);

  await fill(
    page,
    { 'Your name': 'Ada', 'E-mail address': 'ada@example.org', 'Choose a password': 'short' },
    'Make the account',
  );
  await page.getByRole('link', { name: 'Enter a password of at least 12 characters' }).waitFor();
  await page.waitForFunction(() => document.activeElement?.id === 'problems');
  await fill(page, { 'Choose a password': PASSWORD }, 'Make the account');
  await page.getByText('Your account is made').waitFor();

  await fill(page, { 'E-mail address': 'ada@example.org', Password: PASSWORD }, 'Sign in');
  const { codes } = await enrolBy(page);
  expect(codes).toHaveLength(10);
  await page.getByRole('button', { name: 'I have stored them' }).click();
  await page.waitForURL(`${desk.publicUrl}/desk/`);
  expect(await page.evaluate(async () => (await fetch('/decide', { method: 'POST' })).status)).toBe(200);

  await page.context().clearCookies();
  await page.goto(`${desk.publicUrl}/desk/sign-in/`);
  await fill(page, { 'E-mail address': 'ada@example.org', Password: 'not the password' }, 'Sign in');
  await page.getByText('The e-mail address or the password is not right.').waitFor();
  await fill(page, { Password: PASSWORD }, 'Sign in');
  await input(page, 'Code').waitFor();
  await page.waitForFunction(() => document.activeElement?.id === 'code');
  await fill(page, { Code: '000000' }, 'Continue');
  await page.getByText('This code is not right.').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Use a recovery code' }).click();
  await fill(page, { 'Recovery code': codes[0] ?? '' }, 'Continue');
  await page.waitForURL(`${desk.publicUrl}/desk/`);
  expect(complaints).toEqual([]);
});

test('somebody who was invited: link of the letter, password, second factor, desk; then again by a code', async () => {
  await storedPerson(desk, 'rea@example.org', ['reviewer']);
  const { page, complaints } = await openPage();
  await page.goto(`${desk.publicUrl}/desk/welcome/#${await tokenFor(desk, 'rea@example.org')}`);

  await fill(page, { 'Choose a password': 'a password of her own' }, 'Set the password');
  await fill(page, { 'E-mail address': 'rea@example.org', Password: 'a password of her own' }, 'Sign in');
  const { app } = await enrolBy(page);
  await page.context().clearCookies();
  await page.goto(`${desk.publicUrl}/desk/sign-in/`);
  await fill(page, { 'E-mail address': 'rea@example.org', Password: 'a password of her own' }, 'Sign in');
  await fill(page, { Code: codeOf(app, 1) }, 'Continue');

  await page.waitForURL(`${desk.publicUrl}/desk/`);
  expect(complaints).toEqual([]);
});

test('whoever follows a link into the desk and has to sign in arrives where the link leads', async () => {
  await storedPerson(desk, 'uma@example.org', ['reviewer']);
  const { page } = await openPage();
  await page.goto(`${desk.publicUrl}/desk/itself/#/account`);

  await fill(page, { 'E-mail address': 'uma@example.org', Password: PASSWORD }, 'Sign in');
  await enrolBy(page);
  await page.getByRole('button', { name: 'I have stored them' }).click();

  const heading = page.getByRole('heading', { level: 1, name: 'Your account' });
  await heading.waitFor();
  expect(page.url()).toBe(`${desk.publicUrl}/desk/itself/#/account`);
  await vi.waitFor(async () =>
    expect(await heading.evaluate((it) => it === document.activeElement)).toBe(true),
  );
});

/** Give the browser an authenticator whose owner is there and unlocks it. */
async function addAuthenticator(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

/**
 * Add a passkey, or sign in with one, from the page that is open. `asked`: what the authenticator is asked for, by a
 * client that does not keep to what the server says. Answers the status of the last call.
 */
const usePasskey = (page: Page, use: 'register' | 'authenticate', asked: object = {}) =>
  page.evaluate(
    async ({ use, asked }) => {
      const began = await fetch(`/api/auth/passkey/generate-${use}-options`);
      if (!began.ok) return began.status;
      const options = { ...(await began.json()), ...asked };
      const credential =
        use === 'register'
          ? await navigator.credentials.create({
              publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options),
            })
          : await navigator.credentials.get({
              publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options),
            });
      if (!(credential instanceof PublicKeyCredential)) throw new Error('No passkey');
      const path = use === 'register' ? 'verify-registration' : 'verify-authentication';
      const ended = await fetch(`/api/auth/passkey/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ response: credential.toJSON() }),
      });
      return ended.status;
    },
    { use, asked },
  );

test('a passkey opens a session for who unlocks it, not for who only touches it, and needs a code to be added', async () => {
  await storedPerson(desk, 'pia@example.org', ['reviewer']);
  const { page } = await openPage();
  await addAuthenticator(page);
  await page.goto(`${desk.publicUrl}/desk/sign-in/`);
  await fill(page, { 'E-mail address': 'pia@example.org', Password: PASSWORD }, 'Sign in');
  await page.getByRole('button', { name: 'Set it up' }).waitFor();
  expect(await usePasskey(page, 'register')).toBe(403);
  await enrolBy(page);
  expect(await usePasskey(page, 'register')).toBe(204);
  await page.context().clearCookies();

  expect(await usePasskey(page, 'authenticate', { userVerification: 'discouraged' })).toBe(401);
  expect(await usePasskey(page, 'authenticate')).toBe(204);

  expect(await page.evaluate(async () => (await fetch('/decide', { method: 'POST' })).status)).toBe(200);
});

test('on the account page: a passkey that needs a fresh code, another session that is ended; then in by the passkey', async () => {
  const id = await storedPerson(desk, 'kim@example.org', ['reviewer']);
  const { page } = await openPage();
  await addAuthenticator(page);
  await page.goto(`${desk.publicUrl}/desk/itself/#/account`);
  await fill(page, { 'E-mail address': 'kim@example.org', Password: PASSWORD }, 'Sign in');
  const { app } = await enrolBy(page);
  await page.getByRole('button', { name: 'I have stored them' }).click();
  await page.getByText('10 recovery codes are left.').waitFor();
  await database.db.update(sessions).set({ provenAt: null }).where(eq(sessions.userId, id));

  await fill(page, { 'Name of the new passkey': 'Blue key' }, 'Add a passkey');
  await page.getByRole('heading', { name: 'Is it still you?' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Do not do it now' }).click();
  await page.getByText('Show again that it is you').waitFor();
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await fill(page, { Code: codeOf(app, 1) }, 'Continue');
  await page.getByText('Your passkey is stored.').waitFor();
  await page.getByRole('heading', { name: 'Blue key' }).waitFor();

  await page.context().clearCookies();
  await page.goto(`${desk.publicUrl}/desk/sign-in/`);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await page.waitForURL(`${desk.publicUrl}/desk/`);
  await page.goto(`${desk.publicUrl}/desk/itself/#/account`);
  await page.getByRole('button', { name: 'Sign out there' }).click();
  await page.getByText('Signed out there.').waitFor();
  expect(await database.db.$count(sessions, eq(sessions.userId, id))).toBe(1);
  expect(await violations(page)).toEqual([]);
});

test('a link without its token says what to do', async () => {
  const { page } = await openPage();

  await page.goto(`${desk.publicUrl}/desk/welcome/`);

  await page.getByText('This link is incomplete. Copy all of it from the letter.').waitFor();
});
