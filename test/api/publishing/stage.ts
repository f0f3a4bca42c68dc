/** What the tests of the publisher stand on: submissions that were signed, and what can be seen of them from outside. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { asc, eq } from 'drizzle-orm';
import pino from 'pino';
import type { PublishDeps } from '#api/actions/publish.ts';
import type { Database, Db } from '#api/db/client.ts';
import { publishingLock } from '#api/db/publishings.ts';
import { contacts, events, letters, people, recommendations, submissions, versions } from '#api/db/tables.ts';
import { addVersion } from '#api/db/versions.ts';
import type { Jobs } from '#api/jobs.ts';
import { sealCase } from '#api/publishing/record.ts';
import { openRecordsFolder } from '#api/publishing/records-folder.ts';
import { openSite } from '#api/publishing/site.ts';
import { caseStudy } from '#schemas/case-study.ts';
import { isPublishedOffering, type Published, type PublishedCase } from '#schemas/published.ts';

export const SMALL_SITE = fileURLToPath(new URL('./small-site', import.meta.url));
export const PUBLIC_URL = 'https://patches.example.org';
export const NOW = new Date('2026-11-22T12:34:56Z');

/** The publisher's collaborators, with everything it writes under `dir`. */
export async function publishDeps(
  database: Database,
  jobs: Jobs,
  dir: string,
  projectRoot = SMALL_SITE,
): Promise<PublishDeps & { recordsDir: string }> {
  const recordsDir = path.join(dir, 'records');
  return {
    db: database.db,
    jobs,
    recordsDir,
    records: await openRecordsFolder(recordsDir, { git: true }),
    site: openSite({ siteDir: path.join(dir, 'site'), recordsDir, projectRoot, publicUrl: PUBLIC_URL }),
    alone: publishingLock(database),
    now: () => NOW,
    newId: () => crypto.randomUUID(),
    publicUrl: PUBLIC_URL,
    log: pino({ level: 'silent' }),
  };
}

/** A published file of a lesson with this title. */
export function published(slug: string, title: string, version = 1): PublishedCase {
  const record = caseStudy.parse({
    title,
    summary: `What ${slug} taught.`,
    outcome: 'success',
    organization: { attribution: 'anonymous', sector: 'health' },
    period: { from: '2024' },
    situation: 'Two thousand machines and one maintenance window a month.',
    lessons: [{ lesson: 'A small ring finds most faults.', recommendation: 'Begin with a small ring.' }],
  });
  return sealCase({
    slug,
    version,
    record,
    provenance: {
      origin: 'submitted',
      publishedOn: '2026-11',
      rounds: 1,
      recommendations: 2,
      conflicts: 'none',
      rubricVersion: '1',
      events: [],
    },
  });
}

type Standing = Partial<Pick<typeof submissions.$inferInsert, 'state' | 'live' | 'liveVersion'>>;

/** Store a submission that was signed and waits for the publisher. Answers its id. */
export async function storeSigned(db: Db, text: Published, standing: Standing = {}): Promise<string> {
  const id = crypto.randomUUID();
  await db.insert(submissions).values({
    id,
    reference: `PC-${createHash('sha256').update(id).digest('hex').slice(0, 8)}`,
    kind: isPublishedOffering(text) ? 'offering' : 'lesson',
    state: 'accepted',
    stateSince: NOW,
    slug: text.slug,
    contentHash: text.contentHash,
    receipt: { reference: '', receivedAt: NOW.toISOString(), digest: '', key: '', signature: '' },
    consentVersion: '2026-11',
    licence: 'CC-BY-4.0',
    createdAt: NOW,
    ...standing,
  });
  await db.insert(contacts).values({
    submissionId: id,
    name: 'Ada',
    email: 'ada@example.org',
    organization: 'Example',
    organizationKey: 'example',
    mailbox: 'ada@example.org',
  });
  await recommend(db, id);
  await addVersion(db, { submissionId: id, revision: 1 }, text);
  return id;
}

/** Two people at the desk stand by the text: without them it would not be published. */
async function recommend(db: Db, submissionId: string): Promise<void> {
  const by = ['rita', 'rolf'].map((id) => ({
    id,
    name: id,
    email: `${id}@example.net`,
    roles: ['reviewer' as const],
  }));
  await db.insert(people).values(by).onConflictDoNothing();
  const said = { revision: 1, verdict: 'publish' as const, note: 'Specific and safe.', madeAt: NOW };
  await db.insert(recommendations).values(by.map(({ id }) => ({ submissionId, personId: id, ...said })));
}

export async function storeEditor(db: Db): Promise<void> {
  const editor = { id: 'editor', name: 'Edda', email: 'edda@example.net', roles: ['editor' as const] };
  await db.insert(people).values(editor);
}

/** What became of a submission. */
export async function fateOf(db: Db, id: string) {
  const [row] = await db.select().from(submissions).where(eq(submissions.id, id));
  const [version] = await db.select().from(versions).where(eq(versions.submissionId, id));
  const chain = await db.select().from(events).where(eq(events.submissionId, id)).orderBy(asc(events.seq));
  const sent = await db.select().from(letters).where(eq(letters.submissionId, id));
  return {
    state: row?.state,
    live: row?.live,
    isPublished: Boolean(version?.publishedAt),
    events: chain.map(({ type }) => type),
    letters: sent.map(({ kind }) => kind).sort(),
  };
}

/** What the public can see: files, their history oldest first, and the headings of the pages of lessons. */
export function publicView({ recordsDir, site }: Pick<PublishDeps, 'site'> & { recordsDir: string }) {
  const lessons = path.join(site.current() ?? '', 'lessons');
  return {
    files: fs.readdirSync(path.join(recordsDir, 'case-studies')).sort(),
    commits: git(recordsDir, 'log', '--all', '--reverse', '--format=%s').split('\n'),
    pages: fs.existsSync(lessons)
      ? fs.readdirSync(lessons).map((slug) => headingOf(path.join(lessons, slug, 'index.html')))
      : [],
  };
}

const headingOf = (page: string) => /<h1[^>]*>(.*?)<\/h1>/s.exec(fs.readFileSync(page, 'utf8'))?.[1];

const git = (dir: string, ...args: string[]) =>
  execFileSync('git', args, { cwd: dir, encoding: 'utf8' }).trim();
