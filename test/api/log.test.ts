/** The log tells where something went wrong, and holds no word or address of those who wrote to us. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { expect } from 'vitest';
import { letters, people } from '#api/db/tables.ts';
import { AppError } from '#api/errors.ts';
import { smtpMailer } from '#api/letters/mailer.ts';
import { openLog } from '#api/log.ts';
import { test as withDatabase } from '#test/support/database.ts';

const ADDRESS = 'ada@clinic.example';
const WORDS = 'we patched on a Tuesday';

/** What is logged of the error that `fails` ends with, and that error as it prints itself. */
async function logged(fails: PromiseLike<unknown>): Promise<{ line: string; error: Error }> {
  const lines: string[] = [];
  const error = await Promise.resolve(fails).then(
    () => new Error('It did not fail'),
    (reason: Error) => reason,
  );
  openLog('info', { write: (line) => lines.push(line) }).error({ err: error }, 'It failed');
  return { line: lines.join(''), error };
}

withDatabase('a query that fails is logged by its codes and places, without its values', async ({ db }) => {
  const person = { name: WORDS, email: ADDRESS, roles: ['editor' as const], createdAt: new Date() };
  const add = () => db.insert(people).values({ ...person, id: crypto.randomUUID() });
  await add();

  const { line, error } = await logged(add());

  expect(error.message).toContain(ADDRESS);
  for (const secret of [ADDRESS, WORDS]) expect(line).not.toContain(secret);
  expect(JSON.parse(line)).toMatchObject({
    msg: 'It failed',
    err: { name: 'DrizzleQueryError', stack: expect.stringMatching(/^ +at /), cause: { code: '23505' } },
  });
});

withDatabase('a line of somebody’s words that looks like a place in code is not logged', async ({ db }) => {
  const body = `${WORDS}\n    at ${ADDRESS} (file:///x.ts:1:1)\n    at the end`;
  const broken = db.insert(letters).values({ id: 'no id', body } as never);

  const { line, error } = await logged(broken);

  expect(error.message).toContain(ADDRESS);
  expect(line).not.toContain(ADDRESS);
});

withDatabase('a mail that is refused is logged without its addressee', async () => {
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _session, done) =>
      done(Object.assign(new Error(`No mailbox ${address}`), { responseCode: 550 })),
  });
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const mail = smtpMailer(`smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`, 'us@example.org');

  const { line, error } = await logged(
    mail.send({ to: ADDRESS, subject: 'S', text: WORDS, html: WORDS, messageId: '<1@example.org>' }),
  );
  mail.close();
  await new Promise<void>((resolve) => server.close(() => resolve()));

  expect(error.message).toContain(ADDRESS);
  for (const secret of [ADDRESS, WORDS]) expect(line).not.toContain(secret);
  expect(JSON.parse(line).err).toMatchObject({ code: 'EENVELOPE', responseCode: 550 });
});

withDatabase('refusals of our own keep their sentence', async () => {
  const { line } = await logged(Promise.reject(new AppError('conflict', 'It was sent already.')));

  expect(JSON.parse(line).err).toMatchObject({ name: 'AppError', message: 'It was sent already.' });
});
