import { eq } from 'drizzle-orm';
import { expect } from 'vitest';
import { conflicts, contacts } from '#api/db/tables.ts';
import { test } from '#test/support/database.ts';
import { tell, WRITER } from '#test/support/story.ts';

test('a contact is erased once nobody waits for anybody; the code keeps working, letters stop', async ({
  db,
  jobs,
}) => {
  const { id, editor, submitter, toReview, asSubmitter, status, visitor, mailbox, deliver, receipt, close } =
    await tell(db, jobs);
  const erase = () => submitter.post(`/api/submissions/${id}/erase_contact`);
  await toReview();
  expect((await erase()).body).toMatchObject({ status: 409, detail: expect.stringContaining('In review') });
  expect((await status()).contact).toMatchObject({ erased: false });

  await asSubmitter('withdraw');
  await deliver();
  const letters = mailbox.to(WRITER).length;
  expect((await erase()).status).toBe(204);

  expect((await status()).contact).toEqual({ erased: true });
  expect(await db.select().from(contacts)).toMatchObject([
    { name: '', email: '', organization: '', mailbox: '', mailDomain: 'clinics.example' },
  ]);
  const { body } = await editor.get(`/api/desk/submissions/${id}`);
  expect(body.events.at(-1)).toMatchObject({ type: 'erase_contact', actor: 'submitter' });
  await visitor().post('/api/links', { email: WRITER });
  await deliver();
  expect(mailbox.to(WRITER)).toHaveLength(letters);
  expect((await visitor().post('/api/open', { code: receipt.token })).status).toBe(200);
  expect((await erase()).status).toBe(204);
  await close();
});

test('whoever of the desk wrote it stays in conflict without their mailbox', async ({ db, jobs }) => {
  const { id, person, submitter, toReceived, asSubmitter, close } = await tell(db, jobs);
  const ana = await person('Ana+desk@clinics.example'.toLowerCase(), ['editor']);
  await toReceived();
  await asSubmitter('withdraw');

  await submitter.post(`/api/submissions/${id}/erase_contact`);

  expect(await db.select().from(conflicts).where(eq(conflicts.personId, ana.id))).toHaveLength(1);
  expect((await ana.get(`/api/desk/submissions/${id}`)).status).toBe(404);
  await close();
});
