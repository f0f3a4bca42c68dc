/** One's own account over HTTP: sessions, recovery codes, showing again that it is oneself, and who cannot lock it. */
import { eq } from 'drizzle-orm';
import { expect } from 'vitest';
import { passkeys, sessions } from '#api/db/tables.ts';
import { PROOF_MINUTES } from '#api/review/proof.ts';
import { PROOF_NEEDED } from '#schemas/problem.ts';
import { test as base } from '#test/support/database.ts';
import { codeOf, type Desk, openDesk, PASSWORD, signedInPerson, tokenFor } from '#test/support/desk.ts';

const test = base.extend('desk', async ({ db, jobs }, { onCleanup }) => {
  const desk = await openDesk(db, jobs);
  onCleanup(async () => {
    await desk.close();
    expect(desk.bugs).toEqual([]);
  });
  return desk;
});

const rea = { name: 'Rea', email: 'rea@example.org', roles: ['reviewer'] };
type Somebody = Awaited<ReturnType<typeof signedInPerson>>;

/** Let so many minutes pass since a second factor was shown. */
const provenBefore = (desk: Desk, minutes: number) =>
  desk.db.update(sessions).set({ provenAt: new Date(Date.now() - minutes * 60_000) });

/** Another browser of the same person. */
async function elsewhere(desk: Desk, { app }: Somebody, email: string, steps = 1) {
  const visitor = desk.visitor();
  await visitor.signIn(email);
  await visitor.post('/api/auth/two-factor/verify-totp', { code: codeOf(app, steps) });
  return visitor;
}

test('sessions are listed to their person and ended by them, one or all others, and by nobody else', async ({
  desk,
}) => {
  const ada = await signedInPerson(desk, 'ada@example.org', ['editor']);
  const other = await signedInPerson(desk, 'eve@example.org', ['editor', 'admin']);
  const second = await elsewhere(desk, ada, 'ada@example.org');

  const { body } = await ada.visitor.get('/api/people/me/sessions');
  expect(body).toHaveLength(2);
  expect(body.filter(({ isThis }: { isThis: boolean }) => isThis)).toHaveLength(1);
  expect(JSON.stringify(body)).not.toMatch(/token|ipAddress/);
  const secondId = body.find(({ isThis }: { isThis: boolean }) => !isThis).id;

  expect((await other.visitor.call('DELETE', `/api/people/me/sessions/${secondId}`)).status).toBe(404);
  expect((await second.get('/api/people/me')).status).toBe(200);
  expect((await ada.visitor.call('DELETE', `/api/people/me/sessions/${secondId}`)).status).toBe(204);
  expect((await second.get('/api/people/me')).status).toBe(401);

  const third = await elsewhere(desk, ada, 'ada@example.org', -1);
  expect((await ada.visitor.call('DELETE', '/api/people/me/sessions')).status).toBe(204);
  expect((await third.get('/api/people/me')).status).toBe(401);
  expect((await ada.visitor.get('/api/people/me')).status).toBe(200);
  expect((await other.visitor.get('/api/people/me')).status).toBe(200);
});

test('a session says when it was last used, to within ten minutes', async ({ desk }) => {
  const { visitor } = await signedInPerson(desk, 'ada@example.org', ['editor']);
  const hourAgo = new Date(Date.now() - 3_600_000);
  await desk.db.update(sessions).set({ updatedAt: hourAgo });

  await visitor.get('/api/people/me');

  const [session] = (await visitor.get('/api/people/me/sessions')).body;
  expect(new Date(session.lastUsed).getTime()).toBeGreaterThan(hourAgo.getTime() + 3_000_000);
});

test('passkeys are listed by name and removed by their person only, and what a lost one may have opened is shut', async ({
  desk,
}) => {
  const ada = await signedInPerson(desk, 'ada@example.org', ['editor']);
  const eve = await signedInPerson(desk, 'eve@example.org', ['editor']);
  const stored = { publicKey: '', credentialID: '', counter: 0, deviceType: '', backedUp: false };
  await desk.db
    .insert(passkeys)
    .values({ id: 'of-ada', name: 'Blue key', userId: ada.id, createdAt: new Date(), ...stored });

  expect((await eve.visitor.get('/api/people/me/passkeys')).body).toEqual([]);
  expect((await eve.visitor.call('DELETE', '/api/people/me/passkeys/of-ada')).status).toBe(404);
  expect((await ada.visitor.get('/api/people/me/passkeys')).body).toEqual([
    { id: 'of-ada', name: 'Blue key', addedAt: expect.any(String) },
  ]);
  const at = { createdAt: new Date(), updatedAt: new Date(), expiresAt: new Date(Date.now() + 3_600_000) };
  await desk.db.insert(sessions).values({ id: 'of-a-thief', token: 'stolen', userId: ada.id, ...at });
  expect((await ada.visitor.call('DELETE', '/api/people/me/passkeys/of-ada')).status).toBe(204);
  expect(await desk.db.$count(passkeys)).toBe(0);
  expect(await desk.db.$count(sessions, eq(sessions.id, 'of-a-thief'))).toBe(0);
  for (const { visitor } of [ada, eve]) expect((await visitor.get('/api/people/me')).status).toBe(200);
});

test('recovery codes are counted, never shown again, and new ones end the old', async ({ desk }) => {
  const { visitor, recoveryCodes } = await signedInPerson(desk, 'ada@example.org', ['editor']);
  const left = async () => (await visitor.get('/api/people/me/recovery-codes')).body;
  expect(await left()).toEqual({ left: 10 });

  expect((await visitor.post('/api/auth/prove', { code: recoveryCodes[0] })).status).toBe(204);
  expect(await left()).toEqual({ left: 9 });

  const renew = (password: string) =>
    visitor.post('/api/auth/two-factor/generate-backup-codes', { password });
  expect((await renew('not the password')).status).toBe(403);
  expect((await renew(PASSWORD)).body.backupCodes).toHaveLength(10);
  expect(await left()).toEqual({ left: 10 });
  expect((await visitor.post('/api/auth/prove', { code: recoveryCodes[1] })).status).toBe(401);
});

test('what decides asks for a second factor again after half an hour, and is then done by the same request', async ({
  desk,
}) => {
  const { visitor, app } = await signedInPerson(desk, 'ada@example.org', ['editor', 'admin']);
  await provenBefore(desk, PROOF_MINUTES - 1);
  expect((await visitor.post('/api/people', { ...rea, email: 'first@example.org' })).status).toBe(201);
  await provenBefore(desk, PROOF_MINUTES);

  const guarded = [
    await visitor.post('/api/people', rea),
    await visitor.call('DELETE', '/api/people/nobody'),
    await visitor.call('PUT', '/api/people/nobody/roles', { roles: ['lab'] }),
    await visitor.get('/api/auth/passkey/generate-register-options'),
    await visitor.post('/api/auth/two-factor/disable', { password: PASSWORD }),
    await visitor.post('/api/auth/two-factor/generate-backup-codes', { password: PASSWORD }),
  ];
  for (const { status, body } of guarded)
    expect({ status, body }).toMatchObject({ status: 403, body: { type: PROOF_NEEDED } });
  expect((await visitor.get('/api/people')).status).toBe(200);

  expect((await visitor.post('/api/auth/prove', { code: '000000' })).status).toBe(401);
  expect((await visitor.post('/api/people', rea)).status).toBe(403);
  const code = codeOf(app, 1);
  expect((await visitor.post('/api/auth/prove', { code })).status).toBe(204);
  expect((await visitor.post('/api/people', rea)).status).toBe(201);
  // The code that was used here opens nothing elsewhere.
  expect((await visitor.post('/api/auth/prove', { code })).status).toBe(401);
});

test('a code is guessed ten times within a session and not more often, and the owner elsewhere notices nothing', async ({
  desk,
}) => {
  const ada = await signedInPerson(desk, 'ada@example.org', ['editor']);
  const thief = await elsewhere(desk, ada, 'ada@example.org', -1);

  const guesses = await Promise.all(
    Array.from({ length: 12 }, () => thief.post('/api/auth/prove', { code: '000000' })),
  );

  expect(guesses.map(({ status }) => status).toSorted()).toEqual([...Array(10).fill(401), 429, 429]);
  const code = codeOf(ada.app, 1);
  expect((await thief.post('/api/auth/prove', { code })).status).toBe(429);
  expect((await ada.visitor.post('/api/auth/prove', { code })).status).toBe(204);
});

/** Passwords that strangers tried in a row; that each sign-in counts as one is shown in auth.test.ts. */
async function tenWrongPasswords(desk: Desk, email: string): Promise<void> {
  for (let at = 0; at < 10; at += 1) await desk.limits.consume('sign_in_email', email);
}

test('whoever guesses from elsewhere does not lock out a browser that the account knows', async ({
  desk,
}) => {
  const { visitor: known, app } = await signedInPerson(desk, 'ada@example.org', ['editor']);
  await signedInPerson(desk, 'eve@example.org', ['editor']);
  await known.post('/api/auth/sign-out');
  const stranger = desk.visitor();
  for (let at = 0; at < 10; at += 1) {
    if (at % 5 === 0) await stranger.signIn('ada@example.org');
    await stranger.post('/api/auth/two-factor/verify-totp', { code: '000000' });
  }
  for (const email of ['ada@example.org', 'eve@example.org']) await tenWrongPasswords(desk, email);

  expect((await stranger.signIn('ada@example.org')).status).toBe(429);
  // What a browser is known for counts for one account.
  expect((await known.signIn('eve@example.org')).status).toBe(429);
  expect((await known.signIn('ada@example.org')).status).toBe(200);
  const code = { code: codeOf(app, 1) };
  expect((await known.post('/api/auth/two-factor/verify-totp', code)).status).toBe(204);
});

test('whoever reads their mail gets in from a new browser; whoever has the password alone is no better known', async ({
  desk,
}) => {
  await signedInPerson(desk, 'ada@example.org', ['editor']);
  const [owner, thief] = [desk.visitor(), desk.visitor()];
  const token = await tokenFor(desk, 'ada@example.org');
  expect((await owner.post('/api/auth/reset-password', { token, newPassword: PASSWORD })).status).toBe(204);
  expect((await thief.signIn('ada@example.org')).body).toEqual({ twoFactorRedirect: true });

  await tenWrongPasswords(desk, 'ada@example.org');

  expect((await thief.signIn('ada@example.org')).status).toBe(429);
  expect((await owner.signIn('ada@example.org')).body).toEqual({ twoFactorRedirect: true });
});
