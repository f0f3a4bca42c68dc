/** The secret code exists in clear in the mail and in the answer to its submission, and nowhere else. */
import { expect } from 'vitest';
import { test } from '#test/support/database.ts';
import { everyRow } from '#test/support/everything.ts';
import { lesson, tell, WRITER } from '#test/support/story.ts';

/** Any two neighbouring words of a code would give it away piece by piece. */
const pieces = (code: string) => {
  const words = code.split('-');
  return words.slice(1).map((word, index) => `${words[index]}-${word}`);
};

test('no code is in any row, log line, address or page of the desk', async ({ db, jobs }) => {
  const story = await tell(db, jobs);
  await story.toSignOff();
  await story.deliver();
  await story.submitter.post('/api/links', { email: WRITER });
  await story.deliver();
  const codes = [
    story.receipt.token,
    ...story.mailbox.to(WRITER).map(({ text = '' }) => /#([a-z-]+)/.exec(text)?.[1] ?? ''),
  ];
  const desk = (await story.editor.get(`/api/desk/submissions/${story.id}`)).text;
  const logged = story.logged.join('\n');
  const rows = await everyRow(db);
  const cookie = [...story.submitter.cookies.values()].join('\n');
  await story.close();

  expect(codes.length).toBeGreaterThan(3);
  expect(new Set(codes).size).toBe(codes.length);
  // Each place holds what it should, so that what is missing below could have been found.
  expect(rows).toContain(lesson.contact.email);
  expect(desk).toContain(lesson.content.title);
  for (const piece of codes.flatMap(pieces)) {
    expect(rows).not.toContain(piece);
    expect(logged).not.toContain(piece);
    expect(desk).not.toContain(piece);
    expect(cookie).not.toContain(piece);
  }
});

test('letters leave neutral: neither the matter nor the title is in the mail', async ({ db, jobs }) => {
  const story = await tell(db, jobs);
  await story.toReceived();
  await story.decide(story.editor, 'decline', {
    code: 'promotional',
    message: 'Too much praise.',
    repair: 'Less praise.',
  });
  await story.deliver();
  const mails = story.mailbox.to(WRITER);
  const status = await story.status();
  await story.close();

  for (const { subject, text = '', html = '' } of mails) {
    expect(subject).toBe(`Patch Commons ${story.receipt.receipt.reference}`);
    for (const word of ['praise', 'declin', 'Log4Shell', 'Clinics']) expect(text + html).not.toContain(word);
  }
  expect(status.letters.map(({ matter }: { matter: string }) => matter).join()).toContain('Too much praise.');
});

test('a mail server that refuses keeps the letter waiting, and its code opens nothing', async ({
  db,
  jobs,
}) => {
  const story = await tell(db, jobs);
  const before = (await everyRow(db)).length;
  story.mailbox.refuse(true);
  await story.submitter.post('/api/links', { email: WRITER });
  await expect(story.deliver()).rejects.toThrow(/452|storage/i);
  story.mailbox.refuse(false);
  await story.deliver();
  await story.deliver();
  const mails = story.mailbox.to(WRITER);
  await story.close();

  expect(before).toBeGreaterThan(0);
  expect(mails).toHaveLength(2);
});

test('whoever forgot a password is mailed a link that lets them choose one', async ({ db, jobs }) => {
  const story = await tell(db, jobs);
  await story.submitter.post('/api/people/links', { email: 'rita@desk.example' });
  await story.deliver();
  const [letter] = story.mailbox.to('rita@desk.example');
  const token = /\/desk\/welcome\/#(\S+)/.exec(letter?.text ?? '')?.[1] ?? '';
  const chosen = await story.submitter.post('/api/auth/reset-password', {
    token,
    newPassword: 'another long password',
  });
  await story.close();

  expect(token).not.toBe('');
  expect(chosen.status).toBe(204);
});
