import { eq } from 'drizzle-orm';
import { expect } from 'vitest';
import { letters, people, sessions, verifications } from '#api/db/tables.ts';
import { test as base } from '#test/support/database.ts';
import {
  codeOf,
  enrol,
  openDesk,
  PASSWORD,
  signedInPerson,
  storedPerson,
  tokenFor,
  tokenIn,
} from '#test/support/desk.ts';

const test = base.extend('desk', async ({ db, jobs }, { onCleanup }) => {
  const desk = await openDesk(db, jobs);
  onCleanup(async () => {
    await desk.close();
    expect(desk.bugs).toEqual([]);
  });
  return desk;
});

test('from the console to a reviewer at work: first editor, invitation, password, code, decision', async ({
  desk,
}) => {
  const editor = desk.visitor();
  const ada = { name: 'Ada', email: 'ada@example.org', password: PASSWORD };
  const made = await editor.post('/api/people/first', { token: tokenIn(desk.firstEditor.address), ...ada });
  expect(made).toMatchObject({ status: 201, body: { id: expect.any(String) } });

  expect(await editor.signIn(ada.email)).toMatchObject({ status: 200, body: { twoFactorRedirect: false } });
  expect((await editor.post('/decide')).status).toBe(403);
  expect((await editor.get('/api/people')).status).toBe(403);
  expect((await editor.get('/api/people/me')).body).toMatchObject({ name: 'Ada', mustEnrol: true });
  await enrol(editor);
  expect((await editor.get('/api/people/me')).body).toMatchObject({
    roles: ['editor', 'admin'],
    mustEnrol: false,
  });
  expect((await editor.post('/decide')).body).toEqual({ by: 'Ada' });

  const rea = { name: 'Rea', email: 'Rea@example.org', roles: ['reviewer'] };
  expect((await editor.post('/api/people', rea)).status).toBe(201);
  const [letter] = await desk.db.select().from(letters);
  expect(letter).toMatchObject({ kind: 'invitation', subject: 'Patch Commons', state: 'queued' });
  expect(letter?.body).toContain('{link}');
  expect(letter?.body).not.toContain('Rea');

  const reviewer = desk.visitor();
  const token = await tokenFor(desk, 'rea@example.org');
  const chosen = { token, newPassword: 'another password of hers' };
  expect((await reviewer.post('/api/auth/reset-password', chosen)).status).toBe(204);
  expect((await reviewer.post('/api/auth/reset-password', chosen)).status).toBe(403);
  expect((await reviewer.get('/api/people/me')).status).toBe(401);
  expect((await reviewer.signIn('rea@example.org', chosen.newPassword)).status).toBe(200);
  expect((await reviewer.get('/api/people/me')).body).toMatchObject({ name: 'Rea', roles: ['reviewer'] });
});

test('a link is stored as a hash, so that a copy of the database opens nothing', async ({ desk }) => {
  await storedPerson(desk, 'ada@example.org', ['editor']);

  const token = await tokenFor(desk, 'ada@example.org');

  const stored = JSON.stringify(await desk.db.select().from(verifications));
  expect(stored).toContain('expiresAt');
  expect(stored).not.toContain(token);
});

test('once a link has set a password, an older one sets none, because a letter may have gone out twice', async ({
  desk,
}) => {
  await storedPerson(desk, 'ada@example.org', ['editor']);
  const older = await tokenFor(desk, 'ada@example.org');
  const newer = await tokenFor(desk, 'ada@example.org');
  const visitor = desk.visitor();

  const first = await visitor.post('/api/auth/reset-password', {
    token: newer,
    newPassword: 'twelve or more',
  });
  const second = await visitor.post('/api/auth/reset-password', {
    token: older,
    newPassword: 'somebody else s',
  });

  expect([first.status, second.status]).toEqual([204, 403]);
});

test('with a second factor, a password alone opens no session', async ({ desk }) => {
  const { app } = await signedInPerson(desk, 'ada@example.org', ['editor']);
  const visitor = desk.visitor();

  expect((await visitor.signIn('ada@example.org')).body).toEqual({ twoFactorRedirect: true });
  expect((await visitor.get('/api/people/me')).status).toBe(401);

  const wrong = await visitor.post('/api/auth/two-factor/verify-totp', { code: '000000' });
  expect(wrong).toMatchObject({ status: 401, body: { detail: expect.stringMatching(/six digits/) } });
  expect(wrong.headers.get('content-type')).toBe('application/problem+json');
  const right = await visitor.post('/api/auth/two-factor/verify-totp', { code: codeOf(app, 1) });
  expect(right.status).toBe(204);
  expect((await visitor.get('/api/people/me')).status).toBe(200);
});

test('a code works once: whoever looked over a shoulder cannot use it again', async ({ desk }) => {
  const { app } = await signedInPerson(desk, 'ada@example.org', ['editor']);
  const code = codeOf(app, 1);
  const [owner, onlooker] = [desk.visitor(), desk.visitor()];
  await owner.signIn('ada@example.org');
  await onlooker.signIn('ada@example.org');

  expect((await owner.post('/api/auth/two-factor/verify-totp', { code })).status).toBe(204);
  expect((await onlooker.post('/api/auth/two-factor/verify-totp', { code })).status).toBe(401);

  expect((await owner.get('/api/people/me')).status).toBe(200);
  expect((await onlooker.get('/api/people/me')).status).toBe(401);
});

test('a recovery code stands in for the app, once', async ({ desk }) => {
  const { recoveryCodes } = await signedInPerson(desk, 'ada@example.org', ['editor']);
  const visitor = desk.visitor();
  const enter = async () => {
    await visitor.signIn('ada@example.org');
    return visitor.post('/api/auth/two-factor/verify-backup-code', { code: recoveryCodes[0] });
  };

  expect(recoveryCodes).toHaveLength(10);
  expect((await enter()).status).toBe(204);
  expect((await visitor.get('/api/people/me')).status).toBe(200);
  visitor.cookies.clear();
  expect((await enter()).status).toBe(401);
});

test('a recovery code where there are none is refused with what to do, because that is no bug of ours', async ({
  desk,
}) => {
  await storedPerson(desk, 'ada@example.org', ['editor']);
  const visitor = desk.visitor();
  await visitor.signIn('ada@example.org');

  const answer = await visitor.post('/api/auth/two-factor/verify-backup-code', { code: 'abcde-fghij' });

  expect(answer).toMatchObject({
    status: 409,
    body: { detail: expect.stringMatching(/second factor first/) },
  });
});

test('a device cannot be trusted past the code, because that would be a password alone for a month', async ({
  desk,
}) => {
  const { app } = await signedInPerson(desk, 'ada@example.org', ['editor']);
  const visitor = desk.visitor();
  await visitor.signIn('ada@example.org');

  const code = { code: codeOf(app, 1), trustDevice: true };

  expect((await visitor.post('/api/auth/two-factor/verify-totp', code)).status).toBe(422);
});

test('setting up a second factor ends the sessions that a password alone had opened', async ({ desk }) => {
  await storedPerson(desk, 'ada@example.org', ['editor']);
  const [owner, guesser] = [desk.visitor(), desk.visitor()];
  await owner.signIn('ada@example.org');
  await guesser.signIn('ada@example.org');
  expect((await guesser.get('/api/people/me')).status).toBe(200);

  await enrol(owner);

  expect((await owner.get('/api/people/me')).body).toMatchObject({ mustEnrol: false });
  expect((await guesser.get('/api/people/me')).status).toBe(401);
});

test('ten wrong passwords lock the account from every address, and a fresh link opens it again', async ({
  desk,
}) => {
  await storedPerson(desk, 'ada@example.org', ['editor']);
  const guess = () => desk.visitor().signIn('ada@example.org', 'not the password');

  const guesses = await Promise.all(Array.from({ length: 12 }, guess));

  expect(guesses.map(({ status }) => status).toSorted()).toEqual([...Array(10).fill(401), 429, 429]);
  const locked = await desk.visitor().signIn('ada@example.org');
  expect(locked.status).toBe(429);
  expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(800);
  const token = await tokenFor(desk, 'ada@example.org');
  await desk.visitor().post('/api/auth/reset-password', { token, newPassword: PASSWORD });
  expect((await desk.visitor().signIn('ada@example.org')).status).toBe(200);
});

test('nine wrong passwords are forgotten after a right one', async ({ desk }) => {
  await storedPerson(desk, 'ada@example.org', ['editor']);
  for (let at = 0; at < 9; at += 1) await desk.visitor().signIn('ada@example.org', 'not the password');

  expect((await desk.visitor().signIn('ADA@example.org')).status).toBe(200);

  expect((await desk.visitor().signIn('ada@example.org', 'not the password')).status).toBe(401);
});

test('an unknown address is refused in the words for a wrong password', async ({ desk }) => {
  await storedPerson(desk, 'ada@example.org', ['editor']);

  const [unknown, wrong] = [
    await desk.visitor().signIn('nobody@example.org'),
    await desk.visitor().signIn('ada@example.org', 'not the password'),
  ];

  expect(unknown.status).toBe(401);
  expect(unknown.body).toEqual(wrong.body);
});

test('another site can do nothing with the cookie of a person', async ({ desk }) => {
  const { visitor } = await signedInPerson(desk, 'ada@example.org', ['editor']);

  const foreign = await visitor.post('/api/auth/sign-out', {}, { origin: 'https://elsewhere.example' });

  expect(foreign).toMatchObject({ status: 403, body: { title: 'You may not do this' } });
  expect((await visitor.get('/api/people/me')).status).toBe(200);
});

test('the cookie of a session is for this host, over https, to this site and no script', async ({ desk }) => {
  await storedPerson(desk, 'ada@example.org', ['editor']);

  const { headers } = await desk.visitor().signIn('ada@example.org');

  const cookie = headers.getSetCookie().find((line) => line.startsWith('__Secure-'));
  expect(cookie).toMatch(/Max-Age=43200/);
  for (const attribute of ['Secure', 'HttpOnly', 'SameSite=Strict']) expect(cookie).toContain(attribute);
  expect(cookie).not.toContain('Domain');
});

test('on loopback http works, and no second factor is asked for', async ({ db, jobs }) => {
  const desk = await openDesk(db, jobs, { address: (port) => `http://localhost:${port}` });
  await storedPerson(desk, 'ada@example.org', ['editor']);
  const visitor = desk.visitor();

  const { headers } = await visitor.signIn('ada@example.org');

  expect(headers.getSetCookie().join()).not.toMatch(/Secure/);
  expect((await visitor.post('/decide')).status).toBe(200);
  await desk.close();
});

test('what the library could also do is not open', async ({ desk }) => {
  const { visitor } = await signedInPerson(desk, 'ada@example.org', ['editor']);
  const closed = [
    'sign-up/email',
    'update-user',
    'change-email',
    'delete-user',
    'revoke-sessions',
    'link-social',
  ];

  for (const path of closed)
    expect(await visitor.post(`/api/auth/${path}`, {})).toMatchObject({ status: 404 });
  for (const path of ['list-sessions', 'get-session', 'two-factor/get-totp-uri', 'ok'])
    expect(await visitor.get(`/api/auth/${path}`)).toMatchObject({ status: 404 });
});

test('a person who left has no session and gets none', async ({ desk }) => {
  const { id, visitor } = await signedInPerson(desk, 'ada@example.org', ['editor']);

  await desk.db.update(people).set({ leftAt: new Date() }).where(eq(people.id, id));

  expect((await visitor.get('/api/people/me')).status).toBe(401);
  await desk.db.update(people).set({ twoFactorEnabled: false }).where(eq(people.id, id));
  expect((await desk.visitor().signIn('ada@example.org')).status).toBe(401);
});

test('sessions keep no address of the one who signed in', async ({ desk }) => {
  await signedInPerson(desk, 'ada@example.org', ['editor']);

  const stored = await desk.db.select({ address: sessions.ipAddress }).from(sessions);

  expect(stored).toEqual([{ address: '' }]);
});

test('signing out ends the session, not only the cookie', async ({ desk }) => {
  const { visitor } = await signedInPerson(desk, 'ada@example.org', ['editor']);
  const kept = new Map(visitor.cookies);

  expect((await visitor.post('/api/auth/sign-out')).status).toBe(204);

  for (const [name, value] of kept) visitor.cookies.set(name, value);
  expect((await visitor.get('/api/people/me')).status).toBe(401);
});

test('ten wrong codes in a row lock the second factor, over several sign-ins', async ({ desk }) => {
  const { app } = await signedInPerson(desk, 'ada@example.org', ['editor']);
  const visitor = desk.visitor();
  for (let at = 0; at < 10; at += 1) {
    if (at % 5 === 0) await visitor.signIn('ada@example.org');
    await visitor.post('/api/auth/two-factor/verify-totp', { code: '000000' });
  }
  await visitor.signIn('ada@example.org');

  const locked = await visitor.post('/api/auth/two-factor/verify-totp', { code: codeOf(app, 1) });

  expect(locked).toMatchObject({ status: 429 });
  expect(locked.headers.get('retry-after')).toBe('900');
});
