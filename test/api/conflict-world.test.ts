/**
 * Whoever is tied to a submission cannot tell that it exists: every operation of `/api/openapi.json`, by every role, with
 * its ids wherever ids go, is answered byte for byte as in a world where there is no such submission. A new operation
 * joins by itself; one whose body cannot be made from its schema asks for a sample below.
 *
 * Three copies of one database: with the tied submissions, and twice without. What differs between the two that are alike
 * is chance, such as a challenge for a passkey, and is not compared.
 */
import fs from 'node:fs';
import { inArray } from 'drizzle-orm';
import { expect, inject, test } from 'vitest';
import { createApp } from '#api/app.ts';
import { openDb } from '#api/db/client.ts';
import { assignments, evidence, recommendations, submissions, ties } from '#api/db/tables.ts';
import { openFirstEditorLink } from '#api/first-editor-link.ts';
import { startJobs } from '#api/jobs.ts';
import { organizationKey } from '#api/review/conflicts.ts';
import { cursor } from '#schemas/queue.ts';
import { CONSENT_VERSION, type SubmissionInput } from '#schemas/submission.ts';
import { ROLES, type Role } from '#schemas/workflow.ts';
import { ORIGIN, openCommons } from '#test/support/commons.ts';
import { offeringSent } from '#test/support/offering.ts';
import { type OpenApi, type Operation, operationsOf, smallest } from '#test/support/operations.ts';
import { lesson, type Story, tell } from '#test/support/story.ts';

const EVIDENCE = '00000000-0000-4000-8000-00000000e71d';
const NOW = new Date('2026-11-22T12:00:00Z');
const ROLE_SETS: readonly (readonly Role[])[] = [...ROLES.map((role) => [role]), [...ROLES]];
const STATES_OF_TIED = ['in_review', 'in_lab'];
/** The tie to the offering; that to the lesson is the domain of their address. */
const OF_VENDOR = {
  tie: 'customer',
  organization: 'Lathe Works',
  organizationKey: organizationKey('Lathe Works'),
} as const;
const cookieOf = ({ cookies }: { cookies: ReadonlyMap<string, string> }) =>
  [...cookies].map((pair) => pair.join('=')).join('; ');

const upload = (fields: Record<string, string | File>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
};
const note = new File(['a note'], 'note.txt', { type: 'text/plain' });
const mail = new File(
  ['From: Ines <ines@source.example>\r\nContent-Type: text/plain\r\n\r\nWe tried the backout first.\r\n'],
  'mail.eml',
  { type: 'message/rfc822' },
);
const short = { happened: 'The terminals stopped.', differently: 'Keep one of each make.' };

/** Bodies that cannot be made from the schema of an operation, by its name. `kind` is of the submission that is asked for. */
const SAMPLES: Readonly<Record<string, (kind: SubmissionInput['kind']) => object>> = {
  'POST /api/submissions': () => lesson,
  'POST /api/submissions/{id}/evidence': () => upload({ files: note }),
  'POST /api/desk/submissions/{id}/evidence': () => upload({ files: note }),
  'POST /api/desk/submissions/{id}/lab-runs/{runId}': () => ({
    procedureVersion: '1.0',
    verdict: 'verified',
    productVersion: '3.1',
    environment: 'One machine',
    ranOn: '2026-11-02',
    results: [{ step: 1, result: 'as_expected' }],
    summary: 'It held.',
  }),
  'POST /api/desk/submissions/{id}/revise': (kind) => ({
    ...(kind === 'lesson'
      ? { kind, form: 'full', content: lesson.content }
      : { kind, content: offeringSent.content }),
    revision: 1,
    note: 'Clearer',
  }),
  'POST /api/desk/blocks': () => ({ address: 'spam.example', reason: 'It advertises.' }),
  'POST /api/comments': () => ({
    text: 'guide/a',
    version: '0.9',
    section: 'whole',
    type: 'technical',
    comment: 'A canary of one machine finds little.',
    rationale: 'Ours missed a driver.',
    suggestion: 'Take one of each model.',
    contact: { email: 'rhea@readers.example', organization: 'Readers' },
    publish: true,
  }),
  'POST /api/auth/two-factor/verify-totp': () => ({ code: '000000' }),
  'POST /api/desk/recordings': () =>
    upload({
      recording: JSON.stringify({
        way: 'email',
        receivedOn: '2026-11-20',
        consent: { words: 'In the e-mail.', publish: true, textVersion: CONSENT_VERSION },
        contact: { name: 'Ines', email: 'ines@source.example', organization: 'Source' },
        form: 'short',
        content: short,
      }),
    }),
  'POST /api/desk/recordings/read-mail': () => upload({ mail }),
};
/** Values of queries that cannot be made from their schema, by name. */
const SAMPLE_QUERIES: Readonly<Record<string, string>> = {
  after: cursor.encode({ since: NOW, id: EVIDENCE }),
};
/** What knows no roles is asked once, by whoever has all of them. */
const ROLE_BLIND = ['/api/auth/', '/api/submissions', '/api/drafts', '/api/comments'];

type World = Awaited<ReturnType<typeof openWorld>>;
type Answer = { status: number; headers: Record<string, string>; body: unknown };

async function openWorld(snapshot: Blob, without: readonly string[]) {
  const database = await openDb({ snapshot });
  const { db } = database;
  const jobs = await startJobs(database, console.error);
  if (without.length > 0) await db.delete(submissions).where(inArray(submissions.id, [...without]));
  const commons = await openCommons(db, jobs);
  let ids = 0;
  let addresses = 0;
  const deps = {
    ...commons.deps,
    now: () => NOW,
    newId: () => `00000000-0000-4000-9000-${String(++ids).padStart(12, '0')}`,
    random: () => 0,
    // A fresh address each time, so that no limit hides an answer.
    limits: { ...commons.deps.limits, addressOf: () => `10.0.0.${++addresses}` },
  };
  const app = createApp(deps, {
    firstEditor: await openFirstEditorLink(db, ORIGIN),
    metricsToken: 'for the operators alone',
  });
  const ask = async (method: string, path: string, cookie: string, body?: object): Promise<Answer> => {
    const isForm = body instanceof FormData;
    const response = await app.request(`${ORIGIN}${path}`, {
      method,
      headers: {
        origin: ORIGIN,
        cookie,
        accept: 'application/json',
        ...(body && !isForm && { 'content-type': 'application/json' }),
      },
      ...(body && { body: isForm ? body : JSON.stringify(body) }),
    });
    // How long to wait before the next try is time, which passes between the worlds.
    const { date: _, 'retry-after': wait, ...headers } = Object.fromEntries(response.headers);
    const told = await response.text();
    const text = wait ? told.replace(/\d+ (?=minutes)/, 'some ') : told;
    return {
      status: response.status,
      headers,
      body: /json/.test(headers['content-type'] ?? '') ? JSON.parse(text) : text,
    };
  };
  const close = async () => {
    await commons.close();
    await jobs.stop();
    await database.close();
  };
  return { ask, close, db };
}

/** Send something, and confirm its address. Answers its id. */
async function sendAnother(story: Story, sent: SubmissionInput): Promise<string> {
  const submitter = story.visitor();
  const { id } = (await submitter.post('/api/submissions', sent)).body;
  await story.deliver();
  await submitter.post('/api/open', { code: story.codeFor(sent.contact.email) });
  await submitter.post(`/api/submissions/${id}/confirm`);
  return id;
}

/** The world as it was when the tied people signed in, and what is tied to them. */
async function tellWorld() {
  const origin = inject('origin');
  if (origin.kind !== 'embedded') throw new Error('This needs the embedded engine');
  const database = await openDb({ snapshot: new Blob([fs.readFileSync(origin.dump)]) });
  const jobs = await startJobs(database, console.error);
  const { db } = database;
  const story = await tell(db, jobs, lesson);
  await story.toReview();
  const inLab = await sendAnother(story, offeringSent);
  await db
    .update(submissions)
    .set({ state: 'in_lab', labFrom: 'in_review' })
    .where(inArray(submissions.id, [inLab]));
  // One that everybody may see, so that lists are not empty for want of anything to show.
  const open = await sendAnother(story, {
    ...lesson,
    contact: { ...lesson.contact, email: 'eve@farm.example', organization: 'Farm' },
  });
  const tied = [story.id, inLab];
  const people: { roles: readonly Role[]; cookie: string; ids: readonly string[] }[] = [];
  for (const roles of ROLE_SETS) {
    const person = await story.person(`${roles.join('-')}@clinics.example`, [...roles]);
    await db.insert(ties).values({ ...OF_VENDOR, personId: person.id });
    await person.get('/api/people/me');
    const isLab = roles.includes('lab');
    people.push({
      roles,
      cookie: cookieOf(person),
      ids: isLab && roles.length > 1 ? tied : [isLab ? inLab : story.id],
    });
    await db.insert(assignments).values({ submissionId: open, personId: person.id, assignedAt: NOW });
    for (const submissionId of tied) {
      await db.insert(assignments).values({ submissionId, personId: person.id, assignedAt: NOW });
      await db.insert(recommendations).values({
        submissionId,
        revision: 1,
        personId: person.id,
        verdict: 'publish',
        note: 'Before the tie',
        madeAt: NOW,
      });
    }
  }
  await db.insert(evidence).values({
    id: EVIDENCE,
    submissionId: story.id,
    name: 'log.txt',
    type: 'text/plain',
    bytes: 1,
    sha256: 'a'.repeat(64),
    addedAt: NOW,
    addedBy: 'submitter',
  });
  const free = cookieOf(story.editor);
  const described: OpenApi = (await story.visitor().get('/api/openapi.json')).body;
  await story.close();
  await jobs.stop();
  if (database.kind !== 'embedded') throw new Error('This needs the embedded engine');
  const dump = await database.client.dumpDataDir('none');
  await database.close();
  return { dump, tied, people, free, described };
}

/** Every address of an operation: with `id` in its path, and each parameter of its query by itself. */
function addressesOf({ path, inPath, query }: Operation, described: OpenApi, id: string): string[] {
  const known = new Map([
    ['id', id],
    ['runId', id],
    ['evidenceId', EVIDENCE],
  ]);
  const filled = inPath.reduce(
    (paths, { name, schema }) => {
      const values = known.has(name) ? [known.get(name)] : schema.enum;
      if (!values) throw new Error(`Say in this test what {${name}} of ${path} is`);
      return paths.flatMap((one) => values.map((value) => one.replace(`{${name}}`, String(value))));
    },
    [path],
  );
  const asked = query.flatMap(({ name, schema }) => {
    const values = schema.enum?.filter((value, at) => at === 0 || STATES_OF_TIED.includes(String(value)));
    return (values ?? [SAMPLE_QUERIES[name] ?? smallest(schema, described, id)]).map(
      (value) => `?${name}=${encodeURIComponent(String(value))}`,
    );
  });
  return [...filled, ...asked.map((search) => `${filled[0]}${search}`)];
}

function bodyOf(
  { name, body, isMultipart }: Operation,
  described: OpenApi,
  id: string,
  kind: SubmissionInput['kind'],
): object | undefined {
  const sample = SAMPLES[name]?.(kind);
  if (sample) return sample;
  if (isMultipart) throw new Error(`Give a sample of a body for ${name}`);
  const made = body && smallest(body, described, id);
  return made === undefined ? undefined : Object(made);
}

/** An answer as values by where they stand. */
function linesOf(value: unknown, at = ''): Map<string, unknown> {
  if (typeof value !== 'object' || value === null) return new Map([[at, value]]);
  const inner = Object.entries(value).flatMap(([key, one]) => [...linesOf(one, `${at}/${key}`)]);
  return new Map([[`${at}/`, Object.keys(value).length], ...inner]);
}

/** Where two answers differ. */
function differences(one: Answer, other: Answer): string[] {
  const [lines, others] = [linesOf(one), linesOf(other)];
  return [...new Set([...lines.keys(), ...others.keys()])].filter((at) => lines.get(at) !== others.get(at));
}

const isRoleBlind = (address: string) => ROLE_BLIND.some((prefix) => address.startsWith(prefix));

/** Answers that say that the body was not what the operation takes: such a call asks nothing. */
const NOT_READ = [400, 415, 422];

/** Ask all worlds the same, and say where the tied one is told something else, otherwise than by chance. */
async function compare(
  { tied, without, again }: Record<'tied' | 'without' | 'again', World>,
  ask: (world: World) => Promise<Answer>,
  method: string,
): Promise<{ differs: string[]; status: number }> {
  const [one, other] = [await ask(tied), await ask(without)];
  const differs = differences(one, other);
  // What changed nothing and was answered alike needs no third opinion.
  if (differs.length === 0 && (method === 'GET' || other.status >= 400))
    return { differs, status: other.status };
  const chance = differences(other, await ask(again));
  return { differs: differs.filter((at) => !chance.includes(at)), status: other.status };
}

test('whoever is tied to a submission is answered as if it did not exist, whatever they ask and whatever they are', async () => {
  const { dump, tied, people, free, described } = await tellWorld();
  const worlds = {
    tied: await openWorld(dump, []),
    without: await openWorld(dump, tied),
    again: await openWorld(dump, tied),
  };
  const operations = operationsOf(described).toSorted(
    (a, b) => Number(a.path.endsWith('/sign-out')) - Number(b.path.endsWith('/sign-out')),
  );
  const asks = operations.flatMap((operation) =>
    tied.flatMap((id) =>
      addressesOf(operation, described, id).map((address) => ({ operation, address, id })),
    ),
  );
  const told: string[] = [];
  const unread = new Set<string>();
  const askAs = async (cookie: string, { operation, address, id }: (typeof asks)[number]) => {
    const { name, method } = operation;
    const body = () => bodyOf(operation, described, id, id === tied[0] ? 'lesson' : 'offering');
    const { differs, status } = await compare(
      worlds,
      (world) => world.ask(method, address, cookie, body()),
      method,
    );
    if (NOT_READ.includes(status)) unread.add(name);
    return differs.map((at) => `${method} ${address}: ${at}`);
  };

  // Somebody without a tie is told: so there is something to find, and it is found.
  const shown = asks.filter(({ address }) => /^.api.desk.submissions(.[0-9a-f-]{36})?$/.test(address));
  for (const one of shown.filter(({ operation }) => operation.method === 'GET'))
    expect((await askAs(free, one)).length, one.address).toBeGreaterThan(0);

  for (const { roles, cookie, ids } of people)
    for (const one of asks.filter(
      ({ id, address }) => ids.includes(id) && (roles.length > 1 || !isRoleBlind(address)),
    ))
      told.push(...(await askAs(cookie, one)).map((line) => `${roles.join(', ')}: ${line}`));

  expect(told).toEqual([]);
  expect([...unread], 'give these operations a body that they read, in SAMPLES').toEqual([]);
  for (const world of Object.values(worlds)) await world.close();
}, 300_000);
