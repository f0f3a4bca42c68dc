/**
 * How long a person of the desk waits for the queue, at a desk of 1,000 submissions and at one of 100,000: pages, filters
 * and search, as an editor and as a reviewer. Requests go to both desks in turn, so that whatever else the machine does
 * falls on both.
 */
import { hashPassword } from 'better-auth/crypto';
import { sql } from 'drizzle-orm';
import type { Database, Db } from '#api/db/client.ts';
import { addPassword } from '#api/db/people.ts';
import { startJobs } from '#api/jobs.ts';
import { cursor } from '#schemas/queue.ts';
import { type Engine, type OpenDatabase, onEachEngine } from './engines.ts';
import { fillDesk } from './many-submissions.ts';
import { quantile } from './numbers.ts';
import { listen, ORIGIN, wholeApp } from './whole-app.ts';

export const SIZES = [1_000, 100_000] as const;
export const REQUESTS = 100;
const WARM_UP = 10;
const PASSWORD = 'correct horse battery staple';

const ROLES = ['editor', 'reviewer'] as const;
/** What is asked for. `deep`: the page in the middle of everything. */
const ASKED = {
  'what waits': 'state=waiting',
  everything: '',
  'a deep page': 'deep',
  'overdue lessons in review': 'state=in_review&kind=lesson&overdue=yes',
  'a rare word': 'search=zeppelins',
  'a common word': 'search=kiosk',
} as const;

/** Milliseconds at each size; `ratio`: the p95 at the larger over the p95 at the smaller. */
export type QueueSpeed = {
  engine: Engine;
  role: (typeof ROLES)[number];
  asked: keyof typeof ASKED;
  speeds: { p50: number; p95: number }[];
  ratio: number;
};

export const measureQueue = async (server: string | undefined): Promise<QueueSpeed[]> =>
  (await onEachEngine(server, measure)).flat();

async function measure(engine: Engine, open: OpenDatabase, folder: string): Promise<QueueSpeed[]> {
  const desks: Desk[] = [];
  try {
    for (const size of SIZES) {
      process.stderr.write(`  ${engine}: filling a desk with ${size} …\n`);
      desks.push(await openDesk(await open(), size, folder));
    }
    const measured: QueueSpeed[] = [];
    for (const role of ROLES)
      for (const asked of Object.keys(ASKED) as (keyof typeof ASKED)[]) {
        process.stderr.write(`  ${engine}: ${asked}, as ${role} …\n`);
        const speeds = await compare(desks, role, asked);
        const [smaller = Number.NaN, larger = Number.NaN] = speeds.map(({ p95 }) => p95);
        measured.push({ engine, role, asked, speeds, ratio: larger / smaller });
      }
    return measured;
  } finally {
    for (const desk of desks) await desk.close();
  }
}

async function compare(desks: readonly Desk[], role: Role, asked: keyof typeof ASKED) {
  const times = desks.map((): number[] => []);
  for (let request = -WARM_UP; request < REQUESTS; request += 1)
    for (const [index, desk] of desks.entries()) {
      const took = await desk.ask(role, ASKED[asked]);
      if (request >= 0) times[index]?.push(took);
    }
  return times.map((each) => ({ p50: quantile(each, 0.5), p95: quantile(each, 0.95) }));
}

type Role = (typeof ROLES)[number];
type Desk = Awaited<ReturnType<typeof openDesk>>;

async function openDesk(database: Database, size: number, folder: string) {
  const { db } = database;
  const jobs = await startJobs(database, console.error);
  await addEditor(db);
  await fillDesk(db, size);
  const { origin, close } = await listen(await wholeApp(database, jobs, folder));
  const cookies = {
    editor: await signIn(db, origin, 'editor'),
    reviewer: await signIn(db, origin, 'reviewer1'),
  };
  const deep = `after=${await middleOf(db)}`;
  return {
    ask: async (role: Role, query: string): Promise<number> => {
      const url = `${origin}/api/desk/submissions?${query === 'deep' ? deep : query}`;
      const began = performance.now();
      const response = await fetch(url, { headers: { cookie: cookies[role] } });
      await response.text();
      if (!response.ok) throw new Error(`${response.status} for ${url}`);
      return performance.now() - began;
    },
    close: async () => {
      close();
      await jobs.stop();
      await database.close();
    },
  };
}

/** With ties to two organizations, so that some of what there is stays hidden. */
async function addEditor(db: Db): Promise<void> {
  await db.execute(sql`insert into people (id, name, email, roles)
    values ('editor', 'Editor', 'editor@press.example', '{editor}')`);
  await db.execute(sql`insert into ties (person_id, tie, organization, organization_key, domain) values
    ('editor', 'employer', 'Organization 3', 'organization3', null),
    ('editor', 'customer', 'Source 5', 'source5', 'source5.example')`);
}

async function signIn(db: Db, origin: string, id: string): Promise<string> {
  const hash = await hashPassword(PASSWORD);
  await addPassword(db, { id: crypto.randomUUID(), personId: id, hash, at: new Date() });
  const { rows } = await db.execute<{ email: string }>(sql`select email from people where id = ${id}`);
  const response = await fetch(`${origin}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: ORIGIN },
    body: JSON.stringify({ email: rows[0]?.email, password: PASSWORD }),
  });
  if (!response.ok) throw new Error(`${id} could not sign in: ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

async function middleOf(db: Db): Promise<string> {
  const { rows } = await db.execute<{ id: string; since: string }>(
    sql`select id, extract(epoch from state_since) * 1000 as since from submissions
      order by state_since, id limit 1 offset (select count(*) / 2 from submissions)`,
  );
  const { id = '', since = '' } = rows[0] ?? {};
  return cursor.encode({ since: new Date(Number(since)), id });
}
