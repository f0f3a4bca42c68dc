import { describe, expect } from 'vitest';
import { test } from '#test/support/database.ts';
import { lesson, tell, WRITER } from '#test/support/story.ts';

const BLOCKS = '/api/desk/blocks';
const SPAM = { address: WRITER, reason: 'Advertisements, again and again.' };

describe('a blocked address', () => {
  test('can send nothing, and is told what to do; a block taken back lets it in again', async ({
    db,
    jobs,
  }) => {
    const { editor, visitor, close } = await tell(db, jobs);
    const { body } = await editor.post(BLOCKS, { ...SPAM, address: 'Ana+any@Clinics.example' });
    const stranger = visitor();

    const refused = await stranger.post('/api/submissions', lesson);

    expect(refused).toMatchObject({ status: 403, body: { issues: [{ path: 'contact.email' }] } });
    expect(refused.body.detail).toContain('the privacy page says where');

    await editor.post(`${BLOCKS}/${body.id}/lift`, { reason: 'It was somebody else.' });
    expect((await stranger.post('/api/submissions', lesson)).status).toBe(201);
    expect((await editor.get(BLOCKS)).body).toMatchObject([
      { address: WRITER, by: 'edith', lifted: { reason: 'It was somebody else.', by: 'edith' } },
    ]);
    await close();
  });

  test('cannot confirm what it sent before, so that nobody at the desk sees it', async ({ db, jobs }) => {
    const { editor, open, asSubmitter, state, close } = await tell(db, jobs);
    await editor.post(BLOCKS, { ...SPAM, address: 'clinics.example' });
    await open();

    expect((await asSubmitter('confirm')).status).toBe(403);

    expect(await state()).toBe('unconfirmed');
    await close();
  });

  test('cannot send a draft; the draft stays', async ({ db, jobs }) => {
    const { editor, visitor, close } = await tell(db, jobs);
    await editor.post(BLOCKS, SPAM);
    const writer = visitor();
    const values = { form: 'full', ...lesson };
    const { body: begun } = await writer.post('/api/drafts', values);
    const code = { authorization: `Bearer ${begun.token}` };

    const sent = await writer.post(`/api/drafts/${begun.id}/send`, {}, code);

    expect(sent.status).toBe(403);
    expect((await writer.get(`/api/drafts/${begun.id}`, code)).status).toBe(200);
    await close();
  });
});

describe('the list', () => {
  test('is for editors, and not for one who is tied to the address', async ({ db, jobs }) => {
    const { editor, first, person, close } = await tell(db, jobs);
    const tied = await person('tom@desk.example', ['editor']);
    await tied.call('PUT', '/api/people/me/ties', {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        ties: [{ tie: 'competitor', organization: 'Clinics', domain: 'clinics.example' }],
      }),
    });
    const { body } = await editor.post(BLOCKS, SPAM);

    expect((await editor.get(BLOCKS)).body).toHaveLength(1);
    expect((await first.get(BLOCKS)).status).toBe(403);
    expect((await tied.get(BLOCKS)).body).toEqual([]);
    expect((await tied.post(`${BLOCKS}/${body.id}/lift`, { reason: 'Mine' })).status).toBe(404);
    expect((await tied.post(BLOCKS, { ...SPAM, address: 'clinics.example' })).status).toBe(403);
    await close();
  });

  test('takes no domain that strangers share, and no address twice', async ({ db, jobs }) => {
    const { editor, close } = await tell(db, jobs);
    const block = (address: string) => editor.post(BLOCKS, { ...SPAM, address });

    expect((await block('gmail.com')).body).toMatchObject({ status: 422, issues: [{ path: 'address' }] });
    expect((await block('not an address')).status).toBe(422);
    expect((await block('one@gmail.com')).status).toBe(201);
    expect((await block('One+tag@gmail.com')).status).toBe(409);
    await close();
  });
});
