/** A public comment, from the form to its file: sent, confirmed, answered, published. */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect } from 'vitest';
import { reconcileRecords } from '#api/actions/publish-records.ts';
import type { Db } from '#api/db/client.ts';
import { listAdjudicated } from '#api/db/comments.ts';
import type { Jobs } from '#api/jobs.ts';
import { parseComment } from '#api/publishing/record.ts';
import { openRecordsFolder } from '#api/publishing/records-folder.ts';
import { PATHS } from '#site/paths.ts';
import { openCommons } from '#test/support/commons.ts';
import { test } from '#test/support/database.ts';
import { everyRow } from '#test/support/everything.ts';
import { temporaryFolder } from '#test/support/folder.ts';

const READER = 'rhea@readers.example';
const DESK = '/api/desk/comments';
const TEXT = {
  id: 'processes/two-rings',
  title: 'Two rings',
  version: '0.9',
  status: { is: 'draft_for_comment', from: '2020-01-01', to: '2099-12-31' },
  sections: [
    { id: 'whole', title: 'The text as a whole' },
    { id: 'canary', title: 'Step 1: Canary' },
  ],
} as const;
const comment = {
  text: TEXT.id,
  version: TEXT.version,
  section: 'canary',
  type: 'technical',
  comment: 'A canary of one machine finds little.',
  rationale: 'Ours missed a driver that one in five machines had.',
  suggestion: 'Take at least one machine of each model.',
  contact: { email: READER, organization: 'Readers' },
  publish: true,
};
const said = { disposition: 'partly', reason: 'Each model, where there are few enough of them.' };
const answer = { ...said, revision: 1 };

/** A commons with two texts, one of them final, and an editor. */
async function open(db: Db, jobs: Jobs) {
  const final = { ...TEXT, id: 'guide/a', status: { is: 'final', on: '2026-01-01' } as const };
  const commons = await openCommons(db, jobs, { texts: [TEXT, final] });
  const editor = await commons.person('edith@desk.example', ['editor']);
  const code = () =>
    /\/comments\/(?:confirm|open)\/#([a-z-]+)/.exec(commons.mailbox.to(READER).at(-1)?.text ?? '')?.[1];
  const reader = commons.visitor();
  return {
    ...commons,
    editor,
    reader,
    code,
    /** Send it and press the button behind the link. Answers its id. */
    confirmed: async (changes: object = {}) => {
      const { body } = await reader.post('/api/comments', { ...comment, ...changes });
      await commons.deliver();
      await reader.post('/api/comments/confirm', { code: code() });
      return body.id as string;
    },
  };
}

/** The files of comments as the publisher leaves them in `dir`, by name. */
async function published(db: Db, dir = temporaryFolder()): Promise<Record<string, string>> {
  const records = await openRecordsFolder(dir, { git: false });
  await reconcileRecords({ db, records }, [], { comments: await listAdjudicated(db), runs: [] });
  const folder = path.join(dir, 'comments');
  return Object.fromEntries(
    fs.readdirSync(folder).map((name) => [name, fs.readFileSync(path.join(folder, name), 'utf8')]),
  );
}

describe('a comment', () => {
  test('is read by nobody before its address is confirmed, and then by editors', async ({ db, jobs }) => {
    const { editor, reader, deliver, code, mailbox, close } = await open(db, jobs);
    const { status, body } = await reader.post('/api/comments', comment);
    expect([status, body.state]).toEqual([201, 'unconfirmed']);
    await deliver();
    expect(mailbox.to(READER).at(-1)?.text).not.toContain('canary');
    expect((await editor.get(DESK)).body).toEqual([]);

    expect((await reader.post('/api/comments/confirm', { code: code() })).body).toEqual({
      state: 'received',
    });
    expect((await reader.post('/api/comments/confirm', { code: code() })).status).toBe(200);

    const [shown] = (await editor.get(DESK)).body;
    expect(shown).toMatchObject({ id: body.id, sectionTitle: 'Step 1: Canary', state: 'received' });
    expect(JSON.stringify(shown)).not.toContain('readers.example');
    await deliver();
    expect(mailbox.to('edith@desk.example')).toHaveLength(1);
    await close();
  });

  test('becomes a file with what became of it, and whoever sent it is told', async ({ db, jobs }) => {
    const { editor, confirmed, deliver, mailbox, close } = await open(db, jobs);
    const id = await confirmed({ shownAs: 'Rhea of the Readers' });

    expect((await editor.post(`${DESK}/${id}/adjudicate`, answer)).body).toEqual({ number: 1 });
    expect((await editor.post(`${DESK}/${id}/adjudicate`, answer)).status).toBe(409);

    const { 'processes-two-rings.v0.9.c1.yaml': text = '' } = await published(db);
    expect(parseComment(text)).toMatchObject({ ...said, number: 1, shownAs: 'Rhea of the Readers' });
    expect(text).not.toMatch(/readers\.example|edith/i);
    await deliver();
    expect(mailbox.to(READER).at(-1)?.text).toContain('/comments/processes/two-rings/');
    await close();
  });

  test('without scripts: what needs attention comes back with the form and its values, then a page follows', async ({
    db,
    jobs,
  }) => {
    const { reader, deliver, code, close } = await open(db, jobs);
    const fields = {
      text: TEXT.id,
      version: '0.9',
      section: 'canary',
      comment: comment.comment,
      'contact.email': READER,
      'contact.organization': 'none',
      publish: 'on',
    };

    const refused = await reader.form('/api/comments', fields);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('There is a problem');
    expect(refused.text).toContain('Choose what kind of comment it is');
    expect(refused.text).toContain(comment.comment);

    const sent = await reader.form('/api/comments', { ...fields, type: 'general', rationale: 'We saw it.' });
    expect([sent.status, sent.headers.get('location')]).toEqual([303, PATHS.commentSent]);
    await deliver();
    const confirmed = await reader.form('/api/comments/confirm', { code: code() ?? '' });
    expect([confirmed.status, confirmed.headers.get('location')]).toEqual([303, PATHS.commentConfirmed]);
    await close();
  });

  test('is refused where nothing is asked: a final text, an old version, a section that is not there', async ({
    db,
    jobs,
  }) => {
    const { editor, reader, close } = await open(db, jobs);
    const send = (changes: object) => reader.post('/api/comments', { ...comment, ...changes });

    expect((await send({ text: 'guide/a' })).status).toBe(409);
    expect((await send({ version: '0.8' })).body.detail).toContain('now at version 0.9');
    expect((await send({ section: 'nowhere' })).body.issues).toMatchObject([{ path: 'section' }]);
    expect((await send({ publish: false })).body.issues).toMatchObject([{ path: 'publish' }]);
    expect((await reader.post('/api/comments/confirm', { code: 'no such code' })).status).toBe(401);
    await editor.post('/api/desk/blocks', { address: READER, reason: 'Advertisements' });
    expect((await send({})).status).toBe(403);
    await close();
  });
});

test('an editor neither sees nor answers a comment of their own, or of somebody they are tied to', async ({
  db,
  jobs,
}) => {
  const { editor, confirmed, person, close } = await open(db, jobs);
  const tied = await person('tom@readers.example', ['editor']);
  const reviewer = await person('rita@desk.example', ['reviewer']);
  const id = await confirmed();
  expect((await editor.get(DESK)).body).toHaveLength(1);

  expect((await tied.get(DESK)).body).toEqual([]);
  expect((await tied.post(`${DESK}/${id}/adjudicate`, answer)).status).toBe(404);
  expect((await reviewer.get(DESK)).status).toBe(403);
  expect((await reviewer.post(`${DESK}/${id}/adjudicate`, answer)).status).toBe(403);
  await close();
});

describe('its writer', () => {
  test('changes it by a fresh link until it is answered; an answer to the words before is refused', async ({
    db,
    jobs,
  }) => {
    const { editor, reader, confirmed, deliver, code, visitor, close } = await open(db, jobs);
    const id = await confirmed();
    const stranger = visitor();
    expect((await stranger.get('/api/comments/own')).status).toBe(401);
    for (const email of ['nobody@readers.example', READER])
      expect((await stranger.post('/api/comments/links', { email })).status).toBe(202);
    await deliver();

    const opened = await reader.form('/api/comments/open', { code: code() ?? '' });
    expect([opened.status, opened.headers.get('location')]).toEqual([303, PATHS.commentOwn]);
    expect([...reader.cookies.values()].join()).not.toContain(code()?.split('-')[0]);
    expect((await reader.get(PATHS.commentOwn)).text).toContain(comment.comment);
    const words = { type: 'general', comment: 'A canary of two finds more.', rationale: 'We tried.' };
    const wrong = await reader.form('/api/comments/own/amend', { ...words, comment: '' });
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('We tried.')]);
    expect((await reader.form('/api/comments/own/amend', words)).status).toBe(303);

    const [shown] = (await editor.get(DESK)).body;
    expect(shown).toMatchObject({ comment: words.comment, revision: 2 });
    expect(shown).not.toHaveProperty('suggestion');
    expect((await editor.post(`${DESK}/${id}/adjudicate`, answer)).status).toBe(409);
    expect((await editor.post(`${DESK}/${id}/adjudicate`, { ...answer, revision: 2 })).status).toBe(200);
    expect((await reader.post('/api/comments/own/amend', words)).status).toBe(409);
    await close();
  });

  test('withdraws it: unanswered it is gone, answered its words leave every file and row, and its number stays', async ({
    db,
    jobs,
  }) => {
    const { editor, reader, confirmed, code, close } = await open(db, jobs);
    const bearer = () => ({ authorization: `Bearer ${code()}` });
    const withdraw = () => reader.post('/api/comments/own/withdraw', {}, bearer());
    await confirmed();
    expect((await withdraw()).status).toBe(204);
    expect((await reader.get('/api/comments/own', bearer())).status).toBe(401);
    expect((await editor.get(DESK)).body).toEqual([]);

    const id = await confirmed({ shownAs: 'Rhea of the Readers' });
    await editor.post(`${DESK}/${id}/adjudicate`, answer);
    const dir = temporaryFolder();
    expect(Object.keys(await published(db, dir))).toEqual(['processes-two-rings.v0.9.c1.yaml']);
    expect((await withdraw()).status).toBe(204);

    const files = await published(db, dir);
    expect(Object.keys(files)).toEqual(['processes-two-rings.v0.9.c1.withdrawn.yaml']);
    expect(parseComment(Object.values(files)[0] ?? '')).toMatchObject({
      number: 1,
      withdrawnOn: expect.stringMatching(/^\d{4}-\d\d$/),
    });
    const kept = [...Object.values(files), await everyRow(db)].join();
    for (const words of [comment.comment, comment.rationale, 'Rhea', READER, said.reason])
      expect(kept).not.toContain(words);
    expect((await withdraw()).status).toBe(401);
    expect((await editor.post(`${DESK}/${id}/correct`, said)).status).toBe(409);
    await close();
  });
});

test('an editor corrects a wrong answer: the new one takes its place, the old stays readable, the writer is told', async ({
  db,
  jobs,
}) => {
  const { editor, person, confirmed, deliver, mailbox, close } = await open(db, jobs);
  const tied = await person('tom@readers.example', ['editor']);
  const id = await confirmed();
  const better = { disposition: 'accepted', reason: 'We were wrong: one of each model.' };
  expect((await editor.post(`${DESK}/${id}/correct`, better)).status).toBe(409);
  await editor.post(`${DESK}/${id}/adjudicate`, answer);
  const dir = temporaryFolder();
  await published(db, dir);
  await deliver();
  const before = mailbox.to(READER).length;

  expect((await tied.post(`${DESK}/${id}/correct`, better)).status).toBe(404);
  expect((await editor.post(`${DESK}/${id}/correct`, better)).body).toEqual({ number: 1 });

  const files = await published(db, dir);
  expect(Object.keys(files)).toEqual(['processes-two-rings.v0.9.c1.a2.yaml']);
  expect(parseComment(Object.values(files)[0] ?? '')).toMatchObject({ ...better, earlier: [said] });
  expect((await editor.get(DESK)).body).toMatchObject([{ adjudicated: better, earlier: [said] }]);
  await deliver();
  expect(mailbox.to(READER)).toHaveLength(before + 1);
  await close();
});
