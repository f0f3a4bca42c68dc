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
const answer = { disposition: 'partly', reason: 'Each model, where there are few enough of them.' };

/** A commons with two texts, one of them final, and an editor. */
async function open(db: Db, jobs: Jobs) {
  const final = { ...TEXT, id: 'guide/a', status: { is: 'final', on: '2026-01-01' } as const };
  const commons = await openCommons(db, jobs, { texts: [TEXT, final] });
  const editor = await commons.person('edith@desk.example', ['editor']);
  const code = () =>
    /\/comments\/confirm\/#([a-z-]+)/.exec(commons.mailbox.to(READER).at(-1)?.text ?? '')?.[1];
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

    const dir = temporaryFolder();
    const records = await openRecordsFolder(dir, { git: false });
    await reconcileRecords({ db, records }, [], await listAdjudicated(db));
    const file = path.join(dir, 'comments', 'processes-two-rings.v0.9.c1.yaml');
    const text = fs.readFileSync(file, 'utf8');
    expect(parseComment(text)).toMatchObject({ ...answer, number: 1, shownAs: 'Rhea of the Readers' });
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
