/** A lesson that an editor records for somebody: from their message or an interview to the signature of its source. */
import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { conflicts, contacts, events, evidence, recordings, revisions, submissions } from '#api/db/tables.ts';
import { CONSENT_VERSION } from '#schemas/submission.ts';
import { type Commons, ORIGIN, openCommons, type Visitor } from '#test/support/commons.ts';
import { test as withDatabase } from '#test/support/database.ts';
import { everyFile, everyRow } from '#test/support/everything.ts';
import { lesson, scoresOf } from '#test/support/story.ts';
import { PLANTED, plantedJpeg, textIn } from '../evidence/planted.ts';

const SOURCE = 'ines@ferries.example';
const RECORDINGS = '/api/desk/recordings';
const contact = { name: 'Ines Source', email: SOURCE, organization: 'Ferries of the West' };
const TOLD = 'The booking terminals came back with the old driver.';
const told = {
  form: 'short',
  way: 'email',
  receivedOn: '2026-11-20',
  consent: {
    words: 'Ines agreed in her e-mail of 20 November.',
    publish: true,
    textVersion: CONSENT_VERSION,
  },
  contact,
  content: { happened: TOLD, differently: 'Keep one terminal of each make for the canary group.' },
};

/** What must be found nowhere after a message was read, and where it stood in the message. */
const HIDDEN = {
  header: 'relay-seven.internal.example',
  subject: 'Confidential: terminals',
  html: 'Only in the HTML of it',
  pixel: 'tracker.example/open.gif',
  unused: 'a note that nobody chose',
};
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n');
const message = async (body = alternative(TOLD)) =>
  [
    `Received: from ${HIDDEN.header} by mx.example; Fri, 20 Nov 2026 09:00:00 +0000`,
    `From: Ines Source <${SOURCE}>`,
    `Subject: ${HIDDEN.subject}`,
    'Date: Fri, 20 Nov 2026 09:00:00 +0000',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=outer',
    '',
    '--outer',
    body,
    '--outer',
    'Content-Type: image/jpeg; name="terminal.jpg"',
    'Content-Disposition: attachment; filename="terminal of Ines.jpg"',
    'Content-Transfer-Encoding: base64',
    '',
    base64(await plantedJpeg()),
    '--outer',
    'Content-Type: text/plain',
    'Content-Disposition: attachment; filename="unused.txt"',
    '',
    HIDDEN.unused,
    '--outer--',
    '',
  ].join('\r\n');
const html = `<p>${HIDDEN.html}</p><img src="https://${HIDDEN.pixel}?u=1" width="1">`;
const alternative = (text: string) =>
  [
    'Content-Type: multipart/alternative; boundary=inner',
    '',
    '--inner',
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
    '--inner',
    'Content-Type: text/html; charset=utf-8',
    '',
    html,
    '--inner--',
  ].join('\r\n');

type Editor = Visitor & { id: string };

const test = withDatabase.extend('desk', async ({ db, jobs }, { onCleanup }) => {
  const commons = await openCommons(db, jobs);
  onCleanup(commons.close);
  const editor = await commons.person('edith@desk.example', ['editor']);
  return { ...commons, editor, source: commons.visitor() };
});

/** Send a form with files, as somebody of the desk. */
async function upload({ app }: Commons, who: Editor, address: string, fields: Record<string, string | File>) {
  await who.get('/api/people/me');
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  const cookie = [...who.cookies].map((pair) => pair.join('=')).join('; ');
  const response = await app.request(`${ORIGIN}${address}`, {
    method: 'POST',
    headers: { origin: ORIGIN, cookie },
    body,
  });
  const text = await response.text();
  return { status: response.status, text, body: text && JSON.parse(text) };
}
const eml = (text: string) => new File([text], 'message.eml', { type: 'message/rfc822' });
const json = (changes: object = {}) => JSON.stringify({ ...told, ...changes });

test('of a message the plain text and the chosen attachments are kept, and nothing else anywhere', async ({
  desk,
  db,
}) => {
  const mail = eml(await message());
  const read = await upload(desk, desk.editor, `${RECORDINGS}/read-mail`, { mail });
  expect(read.body).toEqual({
    text: TOLD,
    attachments: [
      { number: 0, name: 'terminal of Ines.jpg', bytes: expect.any(Number) },
      { number: 1, name: 'unused.txt', bytes: expect.any(Number) },
    ],
  });

  const { status, body } = await upload(desk, desk.editor, RECORDINGS, {
    recording: json({ attachments: [0] }),
    mail,
  });

  expect([status, body]).toEqual([
    201,
    {
      reference: expect.stringMatching(/^PC-/),
      evidence: [expect.objectContaining({ name: 'evidence-1.jpg', addedBy: 'submitter' })],
      refused: [],
    },
  ]);
  await desk.deliver();
  const files = everyFile(desk.folder);
  const kept = [await everyRow(db), ...[...files.values()].map(textIn), desk.logged.join('\n')].join('\n');
  expect(kept).toContain(TOLD);
  expect([...files.keys()].filter((name) => name.includes('evidence'))).toHaveLength(1);
  for (const words of [...Object.values(HIDDEN), ...Object.values(PLANTED), 'terminal of Ines'])
    expect(kept).not.toContain(words);
});

test('its source alone gets the code, reads where it came from, and confirms it; before that the desk sees nothing', async ({
  desk,
  db,
}) => {
  const { editor, source, mailbox } = desk;
  const { body: recorded } = await upload(desk, editor, RECORDINGS, {
    recording: json(),
    files: new File(['a,b\n1,2\n'], 'count.csv'),
  });
  await desk.deliver();
  expect((await editor.get('/api/desk/submissions')).body.items).toEqual([]);
  expect(mailbox.to('edith@desk.example')).toEqual([]);
  expect((await editor.get(RECORDINGS)).body).toEqual([
    {
      id: expect.any(String),
      reference: recorded.reference,
      way: 'email',
      receivedOn: '2026-11-20',
      state: 'unconfirmed',
    },
  ]);

  const { id } = (await source.post('/api/open', { code: desk.codeFor(SOURCE) })).body;
  const status = (await source.get(`/api/submissions/${id}`)).body;
  expect(status.recording).toEqual({ way: 'email', receivedOn: '2026-11-20', consent: told.consent.words });
  expect(status.letters[0].matter).toContain('what you told us by e-mail on 20 November 2026');
  const page = (await source.get('/status/')).text;
  for (const words of [TOLD, told.consent.words, 'from your e-mail', 'Confirm that this is what I told you'])
    expect(page).toContain(words);
  await source.post(`/api/submissions/${id}/confirm`);

  const shown = (await editor.get(`/api/desk/submissions/${id}`)).body;
  expect(shown).toMatchObject({
    state: 'received',
    recording: { way: 'email', receivedOn: '2026-11-20', consent: told.consent.words },
    revisions: [{ number: 1, author: 'edith' }],
    evidence: [{ name: 'evidence-1.csv', addedBy: 'submitter' }],
  });
  const [sent] = await db.select().from(events).where(eq(events.submissionId, id)).orderBy(events.seq);
  expect(sent).toMatchObject({ type: 'submit', actor: 'editor', personId: editor.id });
  const [file] = (await source.get(`/api/submissions/${id}`)).body.evidence;
  expect((await source.call('DELETE', `/api/submissions/${id}/evidence/${file.id}`)).status).toBe(204);
});

test('whoever recorded it counts as its author, so two others must recommend it; its source signs', async ({
  desk,
}) => {
  const { editor, source } = desk;
  const reviewers = [
    await desk.person('rita@desk.example', ['reviewer']),
    await desk.person('rolf@desk.example', ['reviewer']),
  ] as const;
  await upload(desk, editor, RECORDINGS, {
    recording: json({ form: 'full', way: 'interview', content: lesson.content }),
  });
  await desk.deliver();
  const { id } = (await source.post('/api/open', { code: desk.codeFor(SOURCE) })).body;
  await source.post(`/api/submissions/${id}/confirm`);
  const decide = (who: Editor, action: string, body: object) =>
    who.post(`/api/desk/submissions/${id}/${action}`, { revision: 1, ...body });
  const recommend = (who: Editor) =>
    decide(who, 'recommend', { verdict: 'publish', note: 'Sound.', rubric: scoresOf('lesson') });
  const approve = () => decide(editor, 'approve', { slug: 'terminals-and-drivers' });

  await decide(editor, 'triage', { reviewers: reviewers.map((one) => one.id) });
  for (const { kind, text } of (await editor.get(`/api/desk/submissions/${id}`)).body.findings)
    await editor.post(`/api/desk/submissions/${id}/findings`, { kind, text, reason: 'Public.' });
  await recommend(editor);
  await recommend(reviewers[0]);
  expect((await approve()).status).toBe(409);
  await recommend(reviewers[1]);
  expect((await approve()).body.state).toBe('sign_off');

  const { signOff } = (await source.get(`/api/submissions/${id}`)).body;
  const sign = (who: Visitor) =>
    who.post(`/api/submissions/${id}/sign`, { contentHash: signOff.contentHash });
  expect((await sign(editor)).status).toBe(401);
  expect((await sign(source)).body.state).toBe('accepted');
});

describe('is refused in words', () => {
  test('to an editor who is tied to the source, and to everybody who is no editor', async ({ desk, db }) => {
    const tied = await desk.person('tom@ferries.example', ['editor']);
    const reviewer = await desk.person('rita@desk.example', ['reviewer']);

    const refused = await upload(desk, tied, RECORDINGS, { recording: json() });
    expect([refused.status, refused.body.detail]).toEqual([
      403,
      expect.stringContaining('Ask another editor'),
    ]);
    expect((await upload(desk, reviewer, RECORDINGS, { recording: json() })).status).toBe(403);
    expect((await upload(desk, reviewer, `${RECORDINGS}/read-mail`, { mail: eml('') })).status).toBe(403);
    expect((await reviewer.get(RECORDINGS)).status).toBe(403);
    expect(await db.select().from(submissions)).toEqual([]);
  });

  test('what is no message, holds HTML alone or is too long; a day to come; no consent; a blocked address', async ({
    desk,
  }) => {
    const read = async (text: string) =>
      (await upload(desk, desk.editor, `${RECORDINGS}/read-mail`, { mail: eml(text) })).body.detail;
    const record = async (changes: object) =>
      (await upload(desk, desk.editor, RECORDINGS, { recording: json(changes) })).body;

    expect(await read('just words')).toContain('not an e-mail message');
    expect(await read(await message(`Content-Type: text/html\r\n\r\n${html}`))).toContain(
      'paste them into the form',
    );
    expect(await read(await message(alternative('x'.repeat(200_001))))).toContain('very long');
    expect((await record({ receivedOn: '2999-01-01' })).issues).toMatchObject([{ path: 'receivedOn' }]);
    expect((await record({ consent: { ...told.consent, publish: false } })).issues).toMatchObject([
      { path: 'consent.publish' },
    ]);
    expect((await record({ attachments: [0] })).detail).toContain('no such attachment');
    await desk.editor.post('/api/desk/blocks', { address: SOURCE, reason: 'Asked us to stop' });
    expect((await record({})).issues).toMatchObject([{ path: 'contact.email' }]);
  });
});

describe('an address that was mistyped', () => {
  const WRONG = 'ines@feries.example';
  /** A lesson recorded with it, its letter delivered to whoever reads mail there. */
  const mistyped = async (desk: Commons & { editor: Editor }) => {
    await upload(desk, desk.editor, RECORDINGS, {
      recording: json({ contact: { ...contact, email: WRONG } }),
    });
    await desk.deliver();
    const [own] = (await desk.editor.get(RECORDINGS)).body;
    return own.id as string;
  };
  const correct = (who: Editor, id: string, email: string) =>
    who.call('PUT', `${RECORDINGS}/${id}/address`, {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email }),
    });

  test('is corrected by whoever recorded it: the source gets a code and seven days, and the other code is dead', async ({
    desk,
    db,
  }) => {
    const { editor, source, mailbox } = desk;
    const id = await mistyped(desk);
    const stranger = desk.visitor();
    await stranger.post('/api/open', { code: desk.codeFor(WRONG) });
    await db.update(submissions).set({ stateSince: new Date(0) });

    expect((await correct(editor, id, SOURCE)).status).toBe(204);
    await desk.deliver();

    expect((await stranger.post(`/api/submissions/${id}/confirm`)).status).toBe(401);
    expect((await stranger.post('/api/open', { code: desk.codeFor(WRONG) })).status).toBe(401);
    expect([mailbox.to(WRONG).length, mailbox.to(SOURCE).length]).toEqual([1, 1]);
    expect((await db.select().from(submissions))[0]?.stateSince.getTime()).toBeGreaterThan(0);
    await source.post('/api/open', { code: desk.codeFor(SOURCE) });
    await source.post(`/api/submissions/${id}/confirm`);
    const { state, events: record } = (await editor.get(`/api/desk/submissions/${id}`)).body;
    expect(state).toBe('received');
    expect(record).toContainEqual(
      expect.objectContaining({ type: 'correct_address', actor: 'editor', person: 'edith' }),
    );
    // The key of a domain is a key of conflicts: it must not stay with a stranger's.
    expect(await db.select().from(contacts)).toMatchObject([
      { ...contact, mailDomain: 'ferries.example', mailbox: SOURCE },
    ]);
    expect(JSON.stringify(await db.select().from(events))).not.toContain('example');
  });

  test('before its letter has left gets none', async ({ desk }) => {
    const { editor, mailbox } = desk;
    await upload(desk, editor, RECORDINGS, { recording: json({ contact: { ...contact, email: WRONG } }) });
    const [{ id }] = (await editor.get(RECORDINGS)).body;
    await correct(editor, id, SOURCE);
    await desk.deliver();
    expect(mailbox.to(WRONG)).toEqual([]);
  });

  test('is nobody else’s to correct, nor its recorder’s once they are tied to the source or it was answered', async ({
    desk,
    db,
  }) => {
    const { editor, source } = desk;
    const id = await mistyped(desk);
    const other = await desk.person('elmar@desk.example', ['editor']);
    const reviewer = await desk.person('rita@desk.example', ['reviewer']);
    const statusOf = async (who: Editor) => (await correct(who, id, SOURCE)).status;

    expect([await statusOf(other), await statusOf(reviewer)]).toEqual([404, 403]);
    expect((await other.get(RECORDINGS)).body).toEqual([]);
    expect((await correct(editor, id, 'tom@desk.example')).status).toBe(403);

    expect(await statusOf(editor)).toBe(204);
    await desk.deliver();
    await source.post('/api/open', { code: desk.codeFor(SOURCE) });
    await source.post(`/api/submissions/${id}/confirm`);
    const late = await correct(editor, id, WRONG);
    expect([late.status, late.body.detail]).toEqual([409, expect.stringContaining('Reload the page')]);
    await db.insert(conflicts).values({ submissionId: id, personId: editor.id, declaredAt: new Date() });
    expect(await statusOf(editor)).toBe(404);
  });

  test('is corrected three times at most, never to a blocked address, and not to itself', async ({
    desk,
  }) => {
    const { editor, mailbox } = desk;
    const id = await mistyped(desk);
    await editor.post('/api/desk/blocks', { address: SOURCE, reason: 'Asked us to stop' });
    for (const refused of [SOURCE, WRONG, 'nowhere'])
      expect((await correct(editor, id, refused)).body.issues).toMatchObject([{ path: 'email' }]);

    const statuses = [];
    for (const name of ['one', 'two', 'three', 'four'])
      statuses.push((await correct(editor, id, `${name}@west.example`)).status);
    await desk.deliver();

    expect(statuses).toEqual([204, 204, 204, 409]);
    expect(mailbox.to('four@west.example')).toEqual([]);
  });
});

test('a file that cannot be taken is named, and the lesson is recorded without it', async ({ desk, db }) => {
  const { body } = await upload(desk, desk.editor, RECORDINGS, {
    recording: json(),
    files: new File(['MZ'], 'tool.exe'),
  });

  expect(body).toMatchObject({
    evidence: [],
    refused: [{ name: 'tool.exe', message: expect.stringContaining('not taken') }],
  });
  expect(await db.select().from(evidence)).toEqual([]);
  expect(await db.select().from(recordings)).toHaveLength(1);
});

test('the words of a consent go with the contact of its source', async ({ desk, db }) => {
  const { editor, source } = desk;
  await upload(desk, editor, RECORDINGS, { recording: json() });
  await desk.deliver();
  const { id } = (await source.post('/api/open', { code: desk.codeFor(SOURCE) })).body;
  await source.post(`/api/submissions/${id}/confirm`);
  await source.post(`/api/submissions/${id}/withdraw`);

  expect((await source.post(`/api/submissions/${id}/erase_contact`)).status).toBe(204);
  expect(await db.select().from(recordings)).toMatchObject([{ consent: '', way: 'email' }]);
  expect(await everyRow(db)).not.toContain('Ines');
  expect(await db.select().from(revisions)).toHaveLength(1);
});
