import { expect } from 'vitest';
import { letters, ties, verifications } from '#api/db/tables.ts';
import { test as base } from '#test/support/database.ts';
import { openDesk, PASSWORD, signedInPerson, storedPerson, tokenFor } from '#test/support/desk.ts';

const test = base.extend('desk', async ({ db, jobs }, { onCleanup }) => {
  const desk = await openDesk(db, jobs);
  onCleanup(async () => {
    await desk.close();
    expect(desk.bugs).toEqual([]);
  });
  return desk;
});

const rea = { name: 'Rea', email: 'rea@example.org', roles: ['reviewer'] };

test('people see each other by name; addresses are for those who invite', async ({ desk }) => {
  const admin = await signedInPerson(desk, 'ada@example.org', ['admin']);
  const reviewer = await signedInPerson(desk, 'rea@example.org', ['reviewer']);

  const seen = { id: admin.id, name: 'ada@example.org', roles: ['admin'], secondFactor: true };
  expect((await admin.visitor.get('/api/people')).body[0]).toEqual({ ...seen, email: 'ada@example.org' });
  expect((await reviewer.visitor.get('/api/people')).body[0]).toEqual(seen);
});

test('nobody who is not signed in learns who is at the desk', async ({ desk }) => {
  await storedPerson(desk, 'ada@example.org', ['admin']);

  for (const path of ['/api/people', '/api/people/me', '/api/people/me/ties'])
    expect(await desk.visitor().get(path)).toMatchObject({ status: 401, body: { title: 'Sign in first' } });
});

test('an address can be invited once, in whatever case it is written: one person is not two who recommend', async ({
  desk,
}) => {
  const { visitor } = await signedInPerson(desk, 'ada@example.org', ['editor']);
  await visitor.post('/api/people', rea);

  const again = await visitor.post('/api/people', { ...rea, email: ' REA@example.org' });

  const oneself = await visitor.post('/api/people', { ...rea, email: 'ada+second@example.org' });

  for (const refused of [again, oneself])
    expect(refused).toMatchObject({ status: 409, body: { issues: [{ path: 'email' }] } });
  expect(await desk.db.$count(letters)).toBe(1);
});

test('an invitation that makes no sense says what to do', async ({ desk }) => {
  const { visitor } = await signedInPerson(desk, 'ada@example.org', ['editor']);

  const { status, body } = await visitor.post('/api/people', { name: '', email: 'rea', roles: [] });

  expect(status).toBe(422);
  expect(body.issues).toEqual([
    { path: 'name', message: 'Enter the person’s name' },
    { path: 'email', message: 'Enter an e-mail address, like name@example.org' },
    { path: 'roles', message: 'Choose at least one role' },
  ]);
});

test('an invitation can be sent again, because its link ends after three days', async ({ desk }) => {
  const { visitor } = await signedInPerson(desk, 'ada@example.org', ['editor']);
  const { body } = await visitor.post('/api/people', rea);

  expect((await visitor.post(`/api/people/${body.id}/invitation`)).status).toBe(202);
  expect((await visitor.post('/api/people/nobody/invitation')).status).toBe(404);

  expect(await desk.db.$count(letters)).toBe(2);
});

test('the link of an invitation ends after three days, and with the person if they are let go before', async ({
  desk,
}) => {
  const admin = await signedInPerson(desk, 'ada@example.org', ['editor', 'admin']);
  const { body } = await admin.visitor.post('/api/people', rea);
  const choose = async (token: string) =>
    desk.visitor().post('/api/auth/reset-password', { token, newPassword: PASSWORD });
  const [old, revoked] = [await tokenFor(desk, rea.email), await tokenFor(desk, rea.email)];
  const days = await desk.db.select({ ends: verifications.expiresAt }).from(verifications);
  for (const { ends } of days) expect((ends.getTime() - Date.now()) / 86_400_000).toBeCloseTo(3, 1);

  await desk.db.update(verifications).set({ expiresAt: new Date() });
  expect((await choose(old)).status).toBe(403);
  expect((await admin.visitor.call('DELETE', `/api/people/${body.id}`)).status).toBe(204);
  expect((await choose(revoked)).status).toBe(403);
  expect(await desk.db.$count(verifications)).toBe(0);
});

test('a link for a new password is mailed to who is here, and the answer is the same for who is not', async ({
  desk,
}) => {
  const id = await storedPerson(desk, 'ada@example.org', ['editor']);
  const ask = (email: string) => desk.visitor().post('/api/people/links', { email });

  const [known, unknown] = [await ask('ada@example.org'), await ask('nobody@example.org')];

  expect([known.status, known.body]).toEqual([unknown.status, unknown.body]);
  expect(await desk.db.select({ to: letters.personId }).from(letters)).toEqual([{ to: id }]);
});

test('a fourth letter within the hour is refused, so that nobody is flooded', async ({ desk }) => {
  const ask = () => desk.visitor().post('/api/people/links', { email: 'nobody@example.org' });

  const asked = [await ask(), await ask(), await ask(), await ask()];

  expect(asked.map(({ status }) => status)).toEqual([202, 202, 202, 429]);
});

test('ties are kept with the key by which organizations are compared', async ({ desk }) => {
  const { visitor } = await signedInPerson(desk, 'ada@example.org', ['editor']);
  const declared = { ties: [{ tie: 'employer', organization: 'Contoso, Inc.', domain: 'contoso.example' }] };

  expect((await visitor.call('PUT', '/api/people/me/ties', declared)).status).toBe(204);

  expect((await visitor.get('/api/people/me/ties')).body).toEqual(declared);
  expect(await desk.db.select({ key: ties.organizationKey }).from(ties)).toEqual([{ key: 'contoso' }]);
});

test('an organization under two spellings is one tie', async ({ desk }) => {
  const { visitor } = await signedInPerson(desk, 'ada@example.org', ['editor']);

  const twice = await visitor.call('PUT', '/api/people/me/ties', {
    ties: [
      { tie: 'employer', organization: 'Contoso, Inc.' },
      { tie: 'customer', organization: 'CONTOSO' },
    ],
  });

  expect(twice).toMatchObject({ status: 422, body: { issues: [{ path: 'ties.1.organization' }] } });
  expect(await desk.db.$count(ties)).toBe(0);
});

test('ties can be taken back', async ({ desk }) => {
  const { visitor } = await signedInPerson(desk, 'ada@example.org', ['editor']);
  await visitor.call('PUT', '/api/people/me/ties', { ties: [{ tie: 'self', organization: 'Contoso' }] });

  await visitor.call('PUT', '/api/people/me/ties', { ties: [] });

  expect((await visitor.get('/api/people/me/ties')).body).toEqual({ ties: [] });
});

test('who is let go is out at once and can come back by a new invitation only', async ({ desk }) => {
  const admin = await signedInPerson(desk, 'ada@example.org', ['editor', 'admin']);
  const reviewer = await signedInPerson(desk, 'rea@example.org', ['reviewer']);
  const oldLink = await tokenFor(desk, 'rea@example.org');

  expect((await admin.visitor.call('DELETE', `/api/people/${reviewer.id}`)).status).toBe(204);

  expect((await reviewer.visitor.get('/api/people/me')).status).toBe(401);
  expect((await reviewer.visitor.signIn('rea@example.org')).status).toBe(401);
  expect((await admin.visitor.get('/api/people')).body).toHaveLength(1);
  const choose = (token: string) =>
    desk.visitor().post('/api/auth/reset-password', { token, newPassword: PASSWORD });
  expect((await choose(oldLink)).status).toBe(403);

  const back = await admin.visitor.post('/api/people', rea);
  expect(back).toMatchObject({ status: 201, body: { id: reviewer.id } });
  expect((await choose(await tokenFor(desk, 'rea@example.org'))).status).toBe(204);
  const again = desk.visitor();
  expect((await again.signIn('rea@example.org')).body).toEqual({ twoFactorRedirect: false });
  expect((await again.get('/api/people/me')).body).toMatchObject({ mustEnrol: true });
});

test('a new role holds from the next request on', async ({ desk }) => {
  const admin = await signedInPerson(desk, 'ada@example.org', ['editor', 'admin']);
  const reviewer = await signedInPerson(desk, 'rea@example.org', ['reviewer']);

  const change = { roles: ['reviewer', 'editor'] };
  expect((await admin.visitor.call('PUT', `/api/people/${reviewer.id}/roles`, change)).status).toBe(204);

  expect((await reviewer.visitor.get('/api/people/me')).body).toMatchObject(change);
});
