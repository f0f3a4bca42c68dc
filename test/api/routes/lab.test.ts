/** An offering in the lab over HTTP: procedures, runs, results, statements, the page, and a retest. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { asc, eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { publish } from '#api/actions/publish.ts';
import { listNeverPublicRuns, listPublicRuns } from '#api/db/lab-runs.ts';
import { events, evidence, labRuns, letters } from '#api/db/tables.ts';
import { parseLabRun } from '#api/publishing/record.ts';
import { instructionsHash } from '#api/review/instructions-hash.ts';
import type { DeskLabRun } from '#schemas/lab-run.ts';
import { test as withDatabase } from '#test/support/database.ts';
import { temporaryFolder } from '#test/support/folder.ts';
import { DEPLOY, REPORT, recordOf } from '#test/support/lab.ts';
import { offeringContentSent, offeringSent } from '#test/support/offering.ts';
import { sendFiles } from '#test/support/send-files.ts';
import { type Story, tell } from '#test/support/story.ts';
import { publishDeps } from '../publishing/stage.ts';

const SLUG = 'log4shell-in-clinics';
const NOTE = 'Two weeks from Monday.';

type Visitor = Story['editor'];

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** An offering in review, and somebody of the lab. */
async function openLab(db: Parameters<typeof tell>[0], jobs: Parameters<typeof tell>[1]) {
  const story = await tell(db, jobs, offeringSent);
  const lab = await story.person('lars@desk.example', ['lab']);
  const at = `/api/desk/submissions/${story.id}`;
  const runs = async (who: Visitor = lab): Promise<DeskLabRun[]> => (await who.get(at)).body.lab.runs;
  const runId = async (procedure: string) =>
    (await runs()).find((run) => run.procedure === procedure && run.current)?.id;
  return {
    ...story,
    lab,
    at,
    runs,
    runId,
    send: (procedures: readonly string[] = [DEPLOY, REPORT]) =>
      story.decide(story.editor, 'send_to_lab', { procedures, note: NOTE }),
    record: async (procedure: string, body: object = recordOf(procedure), who: Visitor = lab) =>
      who.post(`${at}/lab-runs/${await runId(procedure)}`, body),
    upload: async (name: string, content: string, who: Visitor = lab): Promise<{ id: string }> =>
      (await sendFiles(story, who, [[name, content]], { desk: true })).body.evidence[0],
    finish: async () => {
      const { revision } = (await lab.get(at)).body;
      return lab.post(`${at}/finish_lab`, { revision, note: 'Thank you for the licence.' });
    },
    state: async (run: string, statement: string) =>
      story.submitter.post(`/api/submissions/${story.id}/lab-runs/${run}/statement`, { statement }),
  };
}

const test = withDatabase.extend('stay', async ({ db, jobs }, { onCleanup }) => {
  const stay = await openLab(db, jobs);
  onCleanup(stay.close);
  return stay;
});

test('an offering is tried, its vendor answers, and its page shows the runs; a retest adds to them', {
  timeout: 240_000,
}, async ({ stay, db, jobs, database }) => {
  const dir = temporaryFolder();
  const publisher = await publishDeps(database, jobs, dir);
  publisher.now = stay.deps.now;
  const files = () => fs.readdirSync(path.join(publisher.recordsDir, 'lab-runs')).sort();
  await stay.toReview();

  expect((await stay.send()).body.state).toBe('in_lab');
  expect((await stay.finish()).body.detail).toMatch(/2 procedures have no verdict/);
  expect((await stay.record(DEPLOY)).status).toBe(200);
  expect((await stay.finish()).body.detail).toMatch(/One procedure has no verdict/);
  const failed = recordOf(REPORT, { 3: 'otherwise' }, { verdict: 'failed' });
  await stay.record(REPORT, recordOf(REPORT));
  const log = await stay.upload('log.txt', 'Nothing came.');
  const shown = (await stay.record(REPORT, { ...failed, files: [log.id], deskOnly: [log.id] })).body.lab
    .runs[1];
  expect(shown).toMatchObject({
    procedure: REPORT,
    current: true,
    recorded: { verdict: 'failed', by: 'lars' },
  });
  expect((await stay.status()).labRuns).toEqual([]);
  expect((await stay.finish()).body.state).toBe('in_review');

  const { labRuns: sent } = await stay.status();
  expect(sent).toMatchObject([
    { procedure: DEPLOY, verdict: 'verified', mayState: true },
    { procedure: REPORT, verdict: 'failed', mayState: true },
  ]);
  expect(sent[1].results[2]).toMatchObject({ decisive: true, result: 'otherwise' });
  expect(JSON.stringify(sent)).not.toMatch(/lars/i);
  const [letter] = await db.select().from(letters).where(eq(letters.kind, 'lab_results'));
  expect(letter?.matter).toMatch(/Release in rings.*: Verified\.[\s\S]*Report by cell.*: Failed\./);
  expect(letter?.body).not.toContain('Failed');
  expect((await stay.state(sent[1].id, 'Fixed in *3.1.3*.')).status).toBe(200);
  expect((await stay.state(sent[1].id, 'Again.')).body.detail).toMatch(/was taken/);

  await stay.recommend(stay.first);
  await stay.recommend(stay.second);
  await stay.settle();
  await stay.decide(stay.editor, 'approve', { slug: SLUG });
  await stay.asSubmitter('sign', { contentHash: (await stay.status()).signOff.contentHash });
  const now = stay.deps.now();
  expect(await listPublicRuns(db, now, [])).toEqual([]);
  expect(await listNeverPublicRuns(db, [stay.id])).toHaveLength(2);
  await publish(publisher);
  expect(files()).toEqual([`${SLUG}-1-${REPORT}.yaml`]);
  const text = fs.readFileSync(
    path.join(publisher.recordsDir, 'lab-runs', `${SLUG}-1-${REPORT}.yaml`),
    'utf8',
  );
  expect(parseLabRun(text)).toMatchObject({
    offering: SLUG,
    verdict: 'failed',
    by: 'lab',
    instructionsHash: instructionsHash(offeringContentSent),
    statement: 'Fixed in *3.1.3*.',
    files: [{ name: 'evidence-1.txt', type: 'text/plain', bytes: 13, sha256: sha256('Nothing came.') }],
  });
  expect(text).not.toMatch(/lars|vera/i);
  expect(text).not.toContain(log.id);

  stay.wait(15);
  await stay.deliver();
  await stay.open();
  const late = await stay.state(sent[0].id, 'We agree.');
  expect([late.status, late.body.detail]).toEqual([
    409,
    expect.stringMatching(/ended on \d{1,2} [A-Z][a-z]+ \d{4}\./),
  ]);

  expect((await stay.send([REPORT])).body.state).toBe('in_lab');
  await stay.record(REPORT);
  expect((await stay.finish()).body).toMatchObject({ state: 'published', live: 'live', revision: 1 });
  const [again] = (await stay.status()).labRuns;
  expect(again).toMatchObject({ stay: 2, verdict: 'verified' });
  await stay.state(again.id, 'Thank you.');
  await publish(publisher);
  expect(files()).toEqual([`1-${DEPLOY}`, `1-${REPORT}`, `2-${REPORT}`].map((run) => `${SLUG}-${run}.yaml`));
  expect((await stay.runs(stay.editor)).map(({ published }) => published)).toEqual([true, true, true]);

  await stay.asSubmitter('retire', { reason: 'The product is no longer made.' });
  const still = await listPublicRuns(db, stay.deps.now(), []);
  expect(still, 'a retirement is no veto').toHaveLength(3);
  expect(await listNeverPublicRuns(db, [stay.id])).toEqual([]);

  const types = (await db.select().from(events).orderBy(asc(events.seq))).map(
    ({ type, actor }) => `${type} ${actor}`,
  );
  expect(types).toEqual(expect.arrayContaining(['record_lab_run lab', 'give_statement submitter']));
});

describe('what is sent to the lab', () => {
  test('is at least one procedure that tries what is claimed; others are refused by name', async ({
    stay,
    db,
  }) => {
    await stay.toReview();
    const none = await stay.send([]);
    const stray = await stay.send([DEPLOY, 'isolation-scan', 'no-such-thing']);

    expect([none.status, stray.status]).toEqual([422, 422]);
    expect(stray.body.issues).toEqual([
      { path: 'procedures.1', message: expect.stringMatching(/tries nothing that this offering claims/) },
      { path: 'procedures.2', message: expect.stringMatching(/no lab procedure “no-such-thing”/) },
    ]);
    expect(await db.select().from(labRuns)).toEqual([]);
    const { lab } = (await stay.editor.get(stay.at)).body;
    expect(lab.fitting.map(({ id }: { id: string }) => id)).toEqual([DEPLOY, REPORT]);
  });
});

describe('a record of a run', () => {
  test('says what was seen at each step, and its verdict follows from that', async ({ stay, db }) => {
    await stay.toReview();
    await stay.send([DEPLOY]);
    const { results } = recordOf(DEPLOY);
    const issueOf = async (body: object) => (await stay.record(DEPLOY, body)).body.issues?.[0];

    expect(await issueOf(recordOf(DEPLOY, { 1: 'otherwise' }))).toMatchObject({ path: 'verdict' });
    expect(await issueOf({ ...recordOf(DEPLOY), results: results.slice(1) })).toMatchObject({
      path: 'results',
    });
    expect(await issueOf({ ...recordOf(DEPLOY), results: [{ step: 1, result: 'otherwise' }] })).toMatchObject(
      {
        path: 'results.0.seen',
      },
    );
    expect(await issueOf(recordOf(DEPLOY, {}, { ranOn: '2999-01-01' }))).toMatchObject({ path: 'ranOn' });
    const older = await stay.record(DEPLOY, recordOf(DEPLOY, {}, { procedureVersion: '0.1' }));
    expect([older.status, older.body.detail]).toEqual([409, expect.stringMatching(/has become version/)]);
    expect(await db.select().from(events).where(eq(events.type, 'record_lab_run'))).toEqual([]);
  });

  test('is written by the lab alone, while the offering is there', async ({ stay }) => {
    await stay.toReview();
    await stay.send([DEPLOY]);
    const run = await stay.runId(DEPLOY);
    const address = `${stay.at}/lab-runs/${run}`;

    const byEditor = await stay.editor.post(address, recordOf(DEPLOY));
    const byReviewer = await stay.third.post(address, recordOf(DEPLOY));
    await stay.record(DEPLOY);
    await stay.finish();
    const afterwards = await stay.lab.post(address, recordOf(DEPLOY));

    expect([byEditor.status, byReviewer.status, afterwards.status]).toEqual([403, 404, 404]);
  });

  test('of an offering to which somebody of the lab is tied is answered like one of nothing', async ({
    stay,
    db,
  }) => {
    await stay.toReview();
    await stay.send([DEPLOY]);
    const address = `${stay.at}/lab-runs/${await stay.runId(DEPLOY)}`;
    await stay.lab.call('PUT', '/api/people/me/ties', {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ties: [{ tie: 'competitor', organization: 'Lathe Works' }] }),
    });

    const tied = await stay.lab.post(address, recordOf(DEPLOY));
    const absent = await stay.lab.post(address.replaceAll(stay.id, crypto.randomUUID()), recordOf(DEPLOY));

    expect(tied.status).toBe(404);
    expect(tied.text).toBe(absent.text);
    const [row] = await db.select().from(labRuns);
    expect(row?.verdict).toBeNull();
  });
});

describe('files of a run', () => {
  test('are published by name and hash, and the vendor downloads them with the results unless the desk keeps them', async ({
    stay,
    db,
  }) => {
    await stay.toReview();
    const before = await stay.upload('notes.txt', 'For colleagues.', stay.editor);
    stay.wait(1);
    await stay.send([DEPLOY]);
    await stay.deliver();
    await stay.open();
    const log = await stay.upload('log.csv', 'machine,ring\none,1\n');
    const licence = await stay.upload('licence.txt', 'Key of the vendor’s other customer.');
    const withFiles = (...files: { id: string }[]) => ({
      ...recordOf(DEPLOY),
      files: files.map(({ id }) => id),
      deskOnly: [licence.id],
    });
    const download = (who: Story['submitter'], { id }: { id: string }) =>
      who.get(`/api/${who === stay.submitter ? '' : 'desk/'}submissions/${stay.id}/evidence/${id}`);
    const remove = async ({ id }: { id: string }) =>
      (await stay.lab.call('DELETE', `${stay.at}/evidence/${id}`)).body?.detail;

    const early = await stay.record(DEPLOY, withFiles(log, licence, before));
    const stray = await stay.record(DEPLOY, withFiles(log));
    expect([early.body.issues[0].path, stray.body.issues[0].path]).toEqual(['files.2', 'deskOnly']);
    const recorded = (await stay.record(DEPLOY, withFiles(log, licence))).body.lab.runs[0].recorded;
    expect(recorded.files).toMatchObject([
      { id: log.id, name: 'evidence-2.csv', deskOnly: false, kept: true },
      { id: licence.id, deskOnly: true, kept: true },
    ]);
    expect(await remove(log)).toMatch(/Record the run again without it/);
    expect((await download(stay.submitter, log)).status).toBe(404);

    await stay.finish();

    const [{ files }] = (await stay.status()).labRuns;
    expect(files).toMatchObject([
      { id: log.id, open: true, sha256: sha256('machine,ring\none,1\n') },
      { id: licence.id, open: false },
    ]);
    const readers = [stay.submitter, stay.editor, stay.visitor()];
    const answers = await Promise.all(readers.map(async (who) => (await download(who, log)).status));
    expect(answers).toEqual([200, 200, 401]);
    expect((await download(stay.submitter, licence)).status).toBe(404);
    expect((await download(stay.submitter, before)).status).toBe(404);
    const page = (await stay.submitter.get('/status/')).text;
    expect(page).toContain(`href="/api/submissions/${stay.id}/evidence/${log.id}"`);
    expect(page).not.toContain(`evidence/${licence.id}`);
    const kept = await stay.editor.call('DELETE', `${stay.at}/evidence/${log.id}`);
    expect([kept.status, kept.body.detail]).toEqual([409, expect.stringMatching(/so it stays/)]);

    await db.delete(evidence);
    const [after] = await stay.runs(stay.editor);
    expect(after?.recorded?.files).toMatchObject([{ id: log.id, kept: false }, { kept: false }]);
    expect((await stay.status()).labRuns[0].files[0]).toMatchObject({ id: log.id, open: false });
  });
});

test('a procedure that the guide drops is run by the text with which it was assigned', async ({ stay }) => {
  await stay.toReview();
  await stay.send([DEPLOY, REPORT]);
  const [kept] = stay.deps.procedures.filter(({ id }) => id === REPORT);
  Object.assign(stay.deps, { procedures: stay.deps.procedures.filter(({ id }) => id !== REPORT) });

  const { lab } = (await stay.lab.get(stay.at)).body;
  await stay.record(DEPLOY);
  const dropped = recordOf(REPORT, { 1: 'not_done', 3: 'not_done' }, { verdict: 'not_tested' });
  const recorded = await stay.record(REPORT, dropped);

  expect(lab.procedures.find(({ id }: { id: string }) => id === REPORT)).toEqual(kept);
  expect(lab.runs.map(({ withdrawn }: DeskLabRun) => withdrawn)).toEqual([false, true]);
  expect(recorded.status).toBe(200);
  expect((await stay.finish()).body.state).toBe('in_review');
  expect((await stay.status()).labRuns[1]).toMatchObject({ title: kept?.title, verdict: 'not_tested' });
});

test('a vendor answers without scripts, and what needs attention comes back with the form', async ({
  stay,
}) => {
  await stay.toReview();
  await stay.send([DEPLOY]);
  await stay.record(DEPLOY);
  await stay.finish();
  const page = await stay.submitter.get('/status/');
  const [address = ''] = /\/api\/submissions\/[^"]+\/statement/.exec(page.text) ?? [];

  const empty = await stay.submitter.form(address, { statement: '' });
  const stranger = await stay.visitor().form(address, { statement: 'Mine.' });
  const sent = await stay.submitter.form(address, { statement: 'It is slower on *Tuesdays*.' });
  const again = await stay.submitter.form(address, { statement: 'And on Wednesdays.' });

  expect(page.text).toContain('What the lab found');
  expect([empty.status, stranger.status, sent.status, again.status]).toEqual([422, 401, 303, 409]);
  expect(empty.text).toContain('Write your statement');
  expect(sent.headers.get('location')).toBe('/status/#lab');
  expect(again.text).toContain('was taken');
  const after = await stay.submitter.get('/status/');
  expect(after.text).toContain('It is slower on <em>Tuesdays</em>');
  expect(after.text).not.toContain(address);
});
