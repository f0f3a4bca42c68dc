/** Evidence over HTTP: who may add, see and remove files, how many, and what is left of them. */
import fs from 'node:fs/promises';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { eraseEvidence } from '#api/actions/remove-evidence.ts';
import { sweepEvidence } from '#api/actions/sweep-evidence.ts';
import { listEventLines } from '#api/db/events.ts';
import { events, evidence, submissions } from '#api/db/tables.ts';
import { openIntake } from '#api/evidence/intake.ts';
import { verifyChain } from '#api/review/events.ts';
import { MOST_BYTES } from '#schemas/evidence.ts';
import { ORIGIN } from '#test/support/commons.ts';
import { type Sent as File, sendFiles as send } from '#test/support/send-files.ts';
import type { Story } from '#test/support/story.ts';
import { testWithStory } from '#test/support/story-test.ts';
import { found, picture, plantedPdf } from '../evidence/planted.ts';

const test = testWithStory({ inReview: true });

const table: File = ['table.csv', 'name,found\nlog4j,214\n'];
/** Rows as files leave them. */
const numbered = (count: number, submissionId: string): (typeof evidence.$inferInsert)[] =>
  Array.from({ length: count }, (_, number) => ({
    id: crypto.randomUUID(),
    submissionId,
    name: `${number}.txt`,
    type: 'text/plain',
    bytes: 1,
    sha256: String(number).repeat(64),
    addedAt: new Date(),
    addedBy: 'submitter',
  }));
const typesOf = async ({ deps, id }: Story) =>
  (await deps.db.select().from(events).where(eq(events.submissionId, id)).orderBy(events.seq)).map(
    ({ type, actor, payload }) => [type, actor, payload] as const,
  );
/** Every file under the folder of the store. */
async function filesOnDisk({ folder }: Story): Promise<string[]> {
  const entries = await fs.readdir(path.join(folder, 'evidence'), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

describe('a submitter', () => {
  test('adds files, each rebuilt; they are in the status and on the record, by their hashes alone', async ({
    story,
  }) => {
    const { status, body } = await send(story, story.submitter, [
      ['Ana’s plan.pdf', await plantedPdf()],
      table,
    ]);

    expect(status).toBe(201);
    expect(body.evidence).toEqual([
      {
        id: expect.any(String),
        name: 'evidence-1.pdf',
        type: 'application/pdf',
        bytes: expect.any(Number),
        addedBy: 'submitter',
      },
      {
        id: expect.any(String),
        name: 'evidence-2.csv',
        type: 'text/csv',
        bytes: 21,
        addedBy: 'submitter',
      },
    ]);
    expect((await story.status()).evidence).toEqual(body.evidence);
    const [first] = body.evidence;
    const stored = await fs.readFile(path.join(story.folder, 'evidence', story.id, first.id));
    expect(stored.length).toBe(first.bytes);
    expect(found(stored)).toEqual([]);
    expect((await typesOf(story)).slice(-2)).toEqual(
      body.evidence.map(({ id, type, bytes }: { id: string; type: string; bytes: number }) => [
        'add_evidence',
        'submitter',
        { id, type, bytes, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      ]),
    );
    expect(verifyChain(await listEventLines(story.deps.db, story.id))).toEqual({ ok: true });
    expect(await fs.readdir(path.join(story.folder, 'evidence', 'arriving'))).toEqual([]);
  });

  test('may keep names, as far as they are safe', async ({ story }) => {
    const { body } = await send(story, story.submitter, [['../up/Patch\u202E times.csv', table[1]]], {
      keepNames: true,
    });

    expect(body.evidence[0].name).toBe('Patch times.csv');
  });

  test('who tries again after the answer was lost has the file once', async ({ story }) => {
    const first = await send(story, story.submitter, [table]);
    const again = await send(story, story.submitter, [table]);

    expect(again.status).toBe(201);
    expect(again.body).toEqual(first.body);
    expect(await filesOnDisk(story)).toHaveLength(1);
    expect((await typesOf(story)).filter(([type]) => type === 'add_evidence')).toHaveLength(1);
  });

  test('removes a file: row and file are gone, the event stays', async ({ story }) => {
    const { body } = await send(story, story.submitter, [table]);
    const address = `/api/submissions/${story.id}/evidence/${body.evidence[0].id}`;

    expect((await story.submitter.call('DELETE', address)).status).toBe(204);

    expect((await story.status()).evidence).toEqual([]);
    expect(await filesOnDisk(story)).toEqual([]);
    expect((await typesOf(story)).at(-1)).toEqual([
      'remove_evidence',
      'submitter',
      { id: body.evidence[0].id },
    ]);
    expect((await story.submitter.call('DELETE', address)).status).toBe(404);
  });

  test('adds nothing before the address is confirmed, nor after the review', async ({ story, db }) => {
    await db.update(submissions).set({ state: 'unconfirmed' });
    expect(await send(story, story.submitter, [table])).toMatchObject({
      status: 409,
      body: { detail: 'Confirm your address first. Files can be added from then on.' },
    });

    await db.update(submissions).set({ state: 'accepted' });
    expect((await send(story, story.submitter, [table])).status).toBe(409);
    expect(await filesOnDisk(story)).toEqual([]);
  });

  test('reaches no submission but their own, and a stranger none', async ({ story }) => {
    const { body } = await send(story, story.submitter, [table]);
    const stranger = story.visitor();
    const other = crypto.randomUUID();

    expect((await send(story, stranger, [table])).status).toBe(401);
    expect((await send(story, story.submitter, [table], { at: other })).status).toBe(404);
    const address = `/api/submissions/${other}/evidence/${body.evidence[0].id}`;
    expect((await story.submitter.call('DELETE', address)).status).toBe(404);
    expect((await story.status()).evidence).toHaveLength(1);
  });

  test('another site’s form adds nothing', async ({ story }) => {
    const { status } = await send(story, story.submitter, [table], {
      headers: { origin: 'https://evil.example' },
    });

    expect(status).toBe(403);
    expect((await story.status()).evidence).toEqual([]);
  });

  test('withdrawing erases every file; withdrawing a correction keeps them', async ({ story, db }) => {
    await send(story, story.submitter, [table]);
    await db.update(submissions).set({ live: 'live', liveVersion: 1 });
    await story.asSubmitter('withdraw');
    expect(await filesOnDisk(story)).toHaveLength(1);

    await db.update(submissions).set({ state: 'in_review', live: 'none', liveVersion: null });
    await story.asSubmitter('withdraw');

    expect(await filesOnDisk(story)).toEqual([]);
    expect(await db.$count(evidence)).toBe(0);
    expect((await typesOf(story)).map(([type]) => type)).toContain('erase_evidence');
  });
});

describe('limits', () => {
  test('a file of 10 MB is taken, one of a byte more is not, and the others of its upload are', async ({
    story,
  }) => {
    const full = Buffer.alloc(MOST_BYTES, 'words ');
    const over = Buffer.alloc(MOST_BYTES + 1, 'words ');

    const { status, body } = await send(story, story.submitter, [
      ['full.txt', full],
      ['over.txt', over],
      ['empty.txt', ''],
    ]);

    expect(status).toBe(422);
    expect(body).toMatchObject({
      detail: '1 of 3 files were added.',
      issues: [
        { path: 'files', message: 'over.txt: It is larger than 10 MB.' },
        { path: 'files', message: 'empty.txt: The file is empty. Choose another one.' },
      ],
    });
    expect((await story.status()).evidence).toMatchObject([{ bytes: MOST_BYTES }]);
  });

  test('two uploads at once do not pass the limit of ten', async ({ story, db }) => {
    await db.insert(evidence).values(numbered(9, story.id));

    const both = await Promise.all([
      send(story, story.submitter, [['a.txt', 'a']]),
      send(story, story.submitter, [['b.txt', 'b']]),
    ]);

    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await story.status()).evidence).toHaveLength(10);
    expect(await filesOnDisk(story)).toHaveLength(1);
  });

  test('an upload is ended where it passes what ten files can hold, whatever it said before', async ({
    story,
  }) => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 2 ** 20;
        controller.enqueue(new Uint8Array(2 ** 20));
      },
    });
    const request = new Request(`${ORIGIN}/api/submissions/${story.id}/evidence`, {
      method: 'POST',
      headers: {
        origin: ORIGIN,
        'content-type': 'multipart/form-data; boundary=x',
        cookie: [...story.submitter.cookies].map((pair) => pair.join('=')).join('; '),
      },
      body: endless,
      duplex: 'half',
    } as RequestInit);

    const response = await story.app.request(request);

    expect(response.status).toBe(413);
    expect(sent).toBeLessThan(105 * 2 ** 20);
    const declared = await send(story, story.submitter, [table], {
      headers: { 'content-length': '999999999' },
    });
    expect(declared.status).toBe(413);
  });

  test('only this path takes more than other forms', async ({ story }) => {
    const long = 'x'.repeat(600 * 1024);

    for (const at of ['confirm', 'evidence/x', 'evidence/x/remove'])
      expect((await story.submitter.post(`/api/submissions/${story.id}/${at}`, long)).status, at).toBe(413);
  });

  test.for([
    ['JSON', 'application/json', '{}', 415],
    ['a form without a file', 'multipart/form-data; boundary=x', '--x--\r\n', 422],
    ['no form at all', 'multipart/form-data; boundary=x', 'words', 400],
  ] as const)('%s is refused', async ([, type, body, expected], { story }) => {
    const answer = await story.submitter.call('POST', `/api/submissions/${story.id}/evidence`, {
      headers: { 'content-type': type },
      body,
    });

    expect(answer.status).toBe(expected);
  });

  test('looking into files is counted, so that nobody keeps us busy with it', async ({ story }) => {
    for (let count = 0; count < 100; count += 1) await story.deps.limits.consume('evidence', story.id);

    const { status, headers } = await send(story, story.submitter, [table]);

    expect([status, Number(headers.get('retry-after')) > 0]).toEqual([429, true]);
  });
});

describe('the desk', () => {
  const stored = async (story: Story, file: File = table, keepNames = true) => {
    const { body } = await send(story, story.submitter, [file], { keepNames });
    const [{ id }] = body.evidence;
    return `/api/desk/submissions/${story.id}/evidence/${id}`;
  };

  test('downloads a file as an attachment that nothing runs in, and each read is on the record', async ({
    story,
  }) => {
    const address = await stored(story, ['Zeiten für “Ana”.csv', 'a,=1+1\n']);

    const { status, text, headers } = await story.first.get(address);

    expect([status, text]).toEqual([200, "a,'=1+1\n"]);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-length': '8',
      'content-disposition':
        'attachment; filename="Zeiten f_r -Ana.csv"; filename*=UTF-8\'\'Zeiten%20f%C3%BCr%20-Ana.csv',
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect((await typesOf(story)).at(-1)?.slice(0, 2)).toEqual(['read_evidence', 'reviewer']);
    const shown = (await story.editor.get(`/api/desk/submissions/${story.id}`)).body;
    expect(shown.events.at(-1)).toMatchObject({ type: 'read_evidence', person: 'rita' });
    expect(shown.evidence).toMatchObject([{ name: 'Zeiten für -Ana.csv', bytes: 8 }]);
  });

  test('to somebody in conflict, not assigned or not signed in, a file is as absent as one that never was', async ({
    story,
  }) => {
    const address = await stored(story);
    const absent = address.replace(/[^/]+$/, crypto.randomUUID());
    await story.decide(story.second, 'declare_conflict');
    const never = await story.editor.get(absent);

    for (const who of [story.second, story.third]) {
      const { status, body } = await who.get(address);
      expect([status, body]).toEqual([never.status, never.body]);
    }
    expect(never.status).toBe(404);
    expect((await story.visitor().get(address)).status).toBe(401);
    expect((await typesOf(story)).map(([type]) => type)).not.toContain('read_evidence');
    expect((await story.first.get(address)).status).toBe(200);
  });
});

describe('files of the desk and of the submitter', () => {
  test('a submitter downloads their own in a sandbox, and sees of the desk’s that there is one', async ({
    story,
  }) => {
    const { submitter, first, id } = story;
    const own = (await send(story, submitter, [table])).body.evidence[0];
    const added = await send(story, first, [['notes.txt', 'What we checked.']], { desk: true });
    expect([added.status, added.body.evidence]).toMatchObject([
      201,
      [{ name: 'evidence-2.txt', addedBy: 'desk' }],
    ]);
    const desks = added.body.evidence[0];

    const downloaded = await submitter.get(`/api/submissions/${id}/evidence/${own.id}`);
    expect([downloaded.status, downloaded.text]).toEqual([200, table[1]]);
    expect(downloaded.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(downloaded.headers.get('content-security-policy')).toMatch(/^sandbox/);
    expect((await story.visitor().get(`/api/submissions/${id}/evidence/${own.id}`)).status).toBe(401);
    expect((await submitter.get(`/api/submissions/${id}/evidence/${desks.id}`)).status).toBe(404);
    expect((await submitter.call('DELETE', `/api/submissions/${id}/evidence/${desks.id}`)).status).toBe(404);
    const page = (await submitter.get('/status/')).text;
    expect(page).toContain(`href="/api/submissions/${id}/evidence/${own.id}"`);
    expect(page).toContain('added by the desk');
    expect(page).not.toContain(desks.id);
    expect((await typesOf(story)).at(-1)?.slice(0, 2)).toEqual(['add_evidence', 'reviewer']);
  });

  test('the desk takes back its own alone; who is not at work on it adds nothing, and who must not see it finds nothing', async ({
    story,
  }) => {
    const { submitter, editor, first, second, third, id } = story;
    const own = (await send(story, submitter, [table])).body.evidence[0];
    const desks = (await send(story, editor, [['a.txt', 'A']], { desk: true })).body.evidence[0];
    const at = (file: { id: string }) => `/api/desk/submissions/${id}/evidence/${file.id}`;

    expect((await first.call('DELETE', at(own))).status).toBe(404);
    expect((await first.call('DELETE', at(desks))).status).toBe(204);
    await story.decide(second, 'declare_conflict');
    for (const who of [second, third])
      expect((await send(story, who, [['b.txt', 'B']], { desk: true })).body).toMatchObject({ status: 404 });
    expect((await send(story, editor, [['b.exe', 'MZ']], { desk: true })).body.detail).toContain('not taken');
    expect((await send(story, story.visitor(), [table], { desk: true })).status).toBe(401);
    expect((await story.status()).evidence).toMatchObject([{ id: own.id }]);
  });

  test('who must not see it uses up none of what may be looked into for it, and cannot tell by that either', async ({
    story,
  }) => {
    await story.decide(story.second, 'declare_conflict');
    for (let count = 0; count < 99; count += 1) await story.deps.limits.consume('evidence', story.id);

    for (let count = 0; count < 2; count += 1)
      expect((await send(story, story.second, [table], { desk: true })).status).toBe(404);
    expect((await send(story, story.submitter, [table])).status).toBe(201);
    expect((await send(story, story.submitter, [table])).status).toBe(429);
  });
});

test('the lab adds what it saw while it tries an offering, and nothing before or after', async ({
  story,
  db,
}) => {
  const lab = await story.person('lars@desk.example', ['lab']);
  const saw: File = ['console.txt', 'All rings stopped after 40 seconds.'];
  const put = (state: 'in_lab' | 'in_review') =>
    db.update(submissions).set({ state, labFrom: 'in_review' }).where(eq(submissions.id, story.id));

  await db.insert(evidence).values(numbered(10, story.id));
  expect((await send(story, lab, [saw], { desk: true })).body).toMatchObject({ status: 404 });
  await put('in_lab');
  expect((await send(story, lab, [saw], { desk: true })).body.evidence).toMatchObject([{ addedBy: 'desk' }]);
  expect((await send(story, story.submitter, [table])).status, 'ten of the submitter’s').toBe(409);
  expect((await typesOf(story)).at(-1)?.slice(0, 2)).toEqual(['add_evidence', 'lab']);
  await put('in_review');
  expect((await send(story, lab, [saw], { desk: true })).body).toMatchObject({ status: 404 });
});

describe('the scanner', () => {
  test('what it refuses is not stored, and what it said is not told', async ({ story }) => {
    const intake = openIntake(path.join(story.folder, 'evidence', 'arriving'), {
      scanCommand: '/bin/false',
      log: story.deps.log,
    });
    Object.assign(story.deps, { intake });

    const { status, body } = await send(story, story.submitter, [table]);

    expect([status, body.detail]).toEqual([
      422,
      'Our scanner does not let this file pass. Check it on your side, or add another one.',
    ]);
    expect(await filesOnDisk(story)).toEqual([]);
    expect((await story.status()).evidence).toEqual([]);
  });
});

describe('without scripts', () => {
  test('files go in one post, which leads back to their list', async ({ story }) => {
    const { status, headers } = await send(story, story.submitter, [table, ['notes.md', '# Notes']], {
      page: true,
    });

    expect([status, headers.get('location')]).toEqual([303, '/status/#evidence']);
    const { text } = await story.submitter.get('/status/');
    expect(text).toContain('evidence-1.csv');
    expect(text).toContain('Markdown text, 1 kB');
  });

  test('what is refused comes back with the reason for each, beside what was taken', async ({ story }) => {
    const { status, text } = await send(
      story,
      story.submitter,
      [table, ['<b>.exe', 'MZ'], ['photo.gif', await picture().gif().toBuffer()]],
      { page: true },
    );

    expect(status).toBe(422);
    expect(text).toContain('evidence-1.csv');
    expect(text).toMatch(/<a href="#evidence-files">&lt;b>.exe: This kind of file is not taken here/);
    expect(text).toMatch(/<a href="#evidence-files">photo.gif: This kind of file is not taken here/);
    expect(text).toMatch(/id="evidence-files"[^>]*type="file"/);
  });

  test('no file chosen, and no access any more, are answered with a page', async ({ story }) => {
    expect((await send(story, story.submitter, [['', '']], { page: true })).text).toContain(
      'Choose a file to add.',
    );

    const { status, text } = await send(story, story.visitor(), [table], { page: true });

    expect(status).toBe(401);
    expect(text).toMatch(/<h1>Sign in first<\/h1>/);
  });

  test('of files that are too many, each that did not fit is named', async ({ story, db }) => {
    await db.insert(evidence).values(numbered(9, story.id));

    const { status, text } = await send(story, story.submitter, [table, ['notes.md', '# Notes']], {
      page: true,
    });

    expect(status).toBe(422);
    expect(text).toContain('evidence-1.csv');
    expect(text).toContain(
      '<li>notes.md: There are 10 files, and no more can be added. Remove one first.</li>',
    );
    expect(text).not.toContain('id="evidence-files"');
  });

  test('a draft takes no files yet, and says so', async ({ story, db }) => {
    await db.update(submissions).set({ state: 'draft', receipt: null });

    const { status, text } = await send(story, story.submitter, [table], { page: true });

    expect(status).toBe(409);
    expect(text).toContain('Confirm your address first.');
  });

  test('a file is removed by a form', async ({ story }) => {
    const { body } = await send(story, story.submitter, [table]);

    const { status, headers } = await story.submitter.form(
      `/api/submissions/${story.id}/evidence/${body.evidence[0].id}/remove`,
      {},
      { accept: 'text/html' },
    );

    expect([status, headers.get('location')]).toEqual([303, '/status/#evidence']);
    expect((await story.status()).evidence).toEqual([]);
  });
});

describe('what is left over', () => {
  test('a file whose row was never written is swept once it cannot be on its way any more', async ({
    story,
  }) => {
    await send(story, story.submitter, [table]);
    const file = path.join(story.folder, 'left');
    await fs.writeFile(file, 'killed between the file and its row');
    await story.deps.evidence.put({ submissionId: story.id, id: crypto.randomUUID() }, file);

    expect(await sweepEvidence(story.deps)).toEqual({ removed: 0 });
    expect(await filesOnDisk(story)).toHaveLength(2);

    story.wait(1);
    expect(await sweepEvidence(story.deps)).toEqual({ removed: 1 });
    const rows = await story.deps.db.select({ id: evidence.id }).from(evidence);
    expect(await filesOnDisk(story)).toEqual(rows.map(({ id }) => id));
  });

  test('a transaction that fails takes its file along', async ({ story }) => {
    const { evidence: store } = story.deps;
    // The submission moves on between the first look and the lock.
    Object.assign(story.deps, {
      evidence: {
        ...store,
        put: async (...given: Parameters<typeof store.put>) => {
          await store.put(...given);
          await story.asSubmitter('withdraw');
        },
      },
    });

    const { status } = await send(story, story.submitter, [table]);

    expect(status).toBe(409);
    expect(await filesOnDisk(story)).toEqual([]);
  });

  test('retention erases all files of a submission, and may be repeated', async ({ story }) => {
    await send(story, story.submitter, [table, ['notes.md', '# Notes']]);

    await eraseEvidence(story.deps, story.id);
    await eraseEvidence(story.deps, story.id);

    expect(await filesOnDisk(story)).toEqual([]);
    expect((await typesOf(story)).filter(([type]) => type === 'erase_evidence')).toEqual([
      ['erase_evidence', 'system', { ids: [expect.any(String), expect.any(String)] }],
    ]);
    expect(verifyChain(await listEventLines(story.deps.db, story.id))).toEqual({ ok: true });
  });
});
