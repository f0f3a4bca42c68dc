/** A case for each row of the retention table: what ended a day too long ago goes, what ended a day later stays. */
import fs from 'node:fs';
import { and, eq, ne } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { retain } from '#api/actions/retain.ts';
import { showStatus } from '#api/actions/show-status.ts';
import type { Db } from '#api/db/client.ts';
import { listEventLines } from '#api/db/events.ts';
import {
  blocks,
  commentContacts,
  comments,
  contacts,
  eventKeys,
  events,
  evidence,
  letters,
  limits,
  openings,
  people,
  publishings,
  revisions,
  sessions,
  submissions,
  versions,
} from '#api/db/tables.ts';
import { fileStore } from '#api/evidence/store.ts';
import { createLimits } from '#api/limits.ts';
import { verifyChain } from '#api/review/events.ts';
import { periodText, RETENTION, RETENTION_KEYS, type RetentionKey } from '#api/review/retention.ts';
import type { Content } from '#schemas/submission.ts';
import { test } from '#test/support/database.ts';
import { temporaryFolder } from '#test/support/folder.ts';
import { tell } from '#test/support/story.ts';
import { published } from '../publishing/stage.ts';

const DAY = 86_400_000;
const CONTENT: Content = { happened: 'It was late.', differently: 'Begin earlier.' };

type Row = typeof submissions.$inferInsert;
type Standing = Partial<Pick<Row, 'state' | 'live' | 'liveVersion' | 'slug'>> & {
  isConfirmed?: boolean;
  isSent?: boolean;
};

/** A submission that came to its state at `since`, with a contact and a text. */
async function stored(
  db: Db,
  since: Date,
  { isConfirmed = true, isSent = true, ...standing }: Standing = {},
): Promise<string> {
  const id = crypto.randomUUID();
  const sent = {
    receipt: { reference: '', receivedAt: since.toISOString(), digest: '', key: '', signature: '' },
    consentVersion: '2026-11',
    licence: 'CC-BY-4.0',
  };
  await db.insert(submissions).values({
    id,
    reference: `PC-${id.slice(0, 8)}`,
    kind: 'lesson',
    state: 'declined',
    stateSince: since,
    createdAt: since,
    ...(isSent && sent),
    ...(isConfirmed && { atDeskSince: since }),
    ...standing,
  });
  if (!isSent) return id;
  await db.insert(contacts).values({
    submissionId: id,
    name: 'Ana',
    email: 'ana@clinics.example',
    organization: 'Clinics',
    organizationKey: 'clinics',
    mailbox: 'ana@clinics.example',
  });
  await db
    .insert(revisions)
    .values({ submissionId: id, number: 1, round: 1, content: CONTENT, createdAt: since });
  return id;
}

const withFile = async (db: Db, submissionId: string, addedAt: Date) => {
  const file = { type: 'text/plain', bytes: 1, sha256: 'a'.repeat(64), addedBy: 'submitter' } as const;
  await db
    .insert(evidence)
    .values({ id: crypto.randomUUID(), submissionId, name: 'a.txt', addedAt, ...file });
};

const withRecord = async (db: Db, submissionId: string, at: Date) => {
  await db.insert(eventKeys).values({ submissionId, key: new Uint8Array(32) });
  const line = { seq: 1, type: 'submit', actor: 'submitter', month: '2026-01', mac: '', hash: '' } as const;
  await db.insert(events).values({ submissionId, ...line, payload: { digest: 'x' }, at });
};

const letter = {
  kind: 'receipt',
  subject: 'Patch Commons',
  body: 'There is news.',
  matter: 'Thank you.',
  problem: '550 no such user ana@clinics.example',
} as const;

type Answer = Partial<typeof comments.$inferInsert> &
  Pick<typeof comments.$inferInsert, 'state' | 'createdAt'>;
const withComment = async (db: Db, answer: Answer) => {
  const id = crypto.randomUUID();
  const said = { type: 'general', comment: 'Good.', rationale: 'It is.' } as const;
  const place = { text: 'guide/a', version: '0.9', section: 'whole', sectionTitle: 'The text as a whole' };
  await db.insert(comments).values({ id, ...place, ...said, ...answer });
  const contact = { email: 'ana@clinics.example', organizationKey: '', mailbox: 'ana@clinics.example' };
  await db.insert(commentContacts).values({ commentId: id, ...contact });
};

const editor = async (db: Db): Promise<string> => {
  const row = { id: 'edith', name: 'Edith', email: 'edith@desk.example', roles: ['editor' as const] };
  await db.insert(people).values(row).onConflictDoNothing();
  return row.id;
};

const keeping = (db: Db) => ({
  db,
  evidence: fileStore(temporaryFolder()),
  limits: createLimits({ db, secret: 'a secret of this test', now: () => new Date() }),
  now: () => new Date(),
});

type Case = {
  /** Store something that ended at `end`. */
  store: (db: Db, end: Date) => Promise<unknown>;
  /** How many are left. */
  left: (db: Db) => Promise<number>;
};

const CASES: Record<RetentionKey, Case> = {
  openings: {
    store: async (db, end) => {
      const submissionId = await stored(db, new Date(), { state: 'received' });
      await db
        .insert(openings)
        .values({ hash: crypto.randomUUID(), submissionId, mailed: true, expiresAt: end });
    },
    left: (db) => db.$count(openings),
  },
  limits: {
    store: (db, end) => db.insert(limits).values({ key: crypto.randomUUID(), points: 1, expire: end }),
    left: (db) => db.$count(limits),
  },
  sessions: {
    store: async (db, end) => {
      const userId = await editor(db);
      const id = crypto.randomUUID();
      await db.insert(sessions).values({ id, token: id, userId, expiresAt: end });
    },
    left: (db) => db.$count(sessions),
  },
  unsent: {
    store: (db, end) => stored(db, end, { state: 'lapsed', isSent: false }),
    left: (db) => db.$count(submissions),
  },
  unconfirmed: {
    store: (db, end) => stored(db, end, { state: 'lapsed', isConfirmed: false }),
    left: (db) => db.$count(submissions),
  },
  closed_evidence: {
    store: async (db, end) => withFile(db, await stored(db, end), end),
    left: (db) => db.$count(evidence),
  },
  published_evidence: {
    store: async (db, end) => withFile(db, await stored(db, end, { state: 'published' }), end),
    left: (db) => db.$count(evidence),
  },
  closed_contacts: {
    store: (db, end) => stored(db, end, { state: 'withdrawn' }),
    left: (db) => db.$count(contacts, ne(contacts.email, '')),
  },
  retired_contacts: {
    store: async (db, end) => {
      const slug = `lesson-${crypto.randomUUID().replace(/[0-9-]/g, '')}`;
      const live = { state: 'published', live: 'retired', liveVersion: 1, slug } as const;
      const submissionId = await stored(db, end, live);
      const retired = { publishedAt: end, retiredAt: end, retiredReason: 'It is out of date.' };
      await db.insert(versions).values({
        submissionId,
        revision: 1,
        version: 1,
        slug,
        published: published(slug, 'A lesson'),
        ...retired,
      });
    },
    left: (db) => db.$count(contacts, ne(contacts.email, '')),
  },
  closed_texts: {
    store: (db, end) => stored(db, end, { state: 'lapsed' }),
    left: (db) => db.$count(revisions),
  },
  record_contents: {
    store: async (db, end) => withRecord(db, await stored(db, end, { state: 'published' }), end),
    left: (db) => db.$count(eventKeys),
  },
  letter_bodies: {
    store: async (db, end) => {
      const submissionId = await stored(db, new Date(), { state: 'in_review' });
      const id = crypto.randomUUID();
      await db.insert(letters).values({ id, submissionId, addressee: 'contact', ...letter, createdAt: end });
    },
    left: (db) => db.$count(letters, and(ne(letters.body, ''), eq(letters.problem, letter.problem))),
  },
  desk_letters: {
    store: async (db, end) => {
      const personId = await editor(db);
      const id = crypto.randomUUID();
      await db.insert(letters).values({ id, addressee: 'person', personId, ...letter, createdAt: end });
    },
    left: (db) => db.$count(letters),
  },
  publishings: {
    store: (db, end) => db.insert(publishings).values({ id: crypto.randomUUID(), startedAt: end }),
    left: (db) => db.$count(publishings),
  },
  lifted_blocks: {
    store: async (db, end) => {
      const by = await editor(db);
      const lifted = { liftedAt: end, liftedBy: by, liftedReason: 'A mistake.' };
      const block = { address: 'spam.example', reason: 'Advertisements', blockedBy: by, blockedAt: end };
      await db.insert(blocks).values({ id: crypto.randomUUID(), ...block, ...lifted });
    },
    left: (db) => db.$count(blocks),
  },
  unconfirmed_comments: {
    store: (db, end) => withComment(db, { state: 'unconfirmed', createdAt: end }),
    left: (db) => db.$count(comments),
  },
  comment_contacts: {
    store: async (db, end) => {
      const answer = { disposition: 'noted', reason: 'Thank you.', adjudicatedBy: await editor(db) } as const;
      const number = (await db.$count(comments)) + 1;
      const times = { createdAt: end, adjudicatedAt: end, publishedAt: end };
      await withComment(db, { state: 'published', number, ...answer, ...times });
    },
    left: (db) => db.$count(commentContacts),
  },
};

describe('the retention table', () => {
  for (const key of RETENTION_KEYS)
    test(`${RETENTION[key].what}: ${periodText(RETENTION[key])}`, async ({ db }) => {
      const deps = keeping(db);
      const { store, left } = CASES[key];
      const over = new Date(deps.now().getTime() - RETENTION[key].days * DAY);
      await store(db, new Date(over.getTime() - DAY));
      await store(db, new Date(over.getTime() + DAY));
      expect(await left(db)).toBe(2);

      await retain(deps);

      expect(await left(db)).toBe(1);
    });

  test('is what the documentation prints', () => {
    const printed = fs.readFileSync(new URL('../../../docs/retention.md', import.meta.url), 'utf8');
    for (const { what, where, fate, why, ...period } of Object.values(RETENTION))
      expect(printed).toContain(
        `| ${what} | ${where} | ${periodText({ what, where, fate, why, ...period })} | ${fate} | ${why} |\n`,
      );
  });
});

test('what was withdrawn is forgotten step by step, and its record still verifies', async ({ db, jobs }) => {
  const { deps, id, asSubmitter, toReview, person, wait, close } = await tell(db, jobs);
  await toReview();
  await asSubmitter('withdraw');
  wait(RETENTION.closed_contacts.days + 1);
  await retain(deps);

  expect(await db.select().from(contacts)).toMatchObject([
    { name: '', email: '', organizationKey: 'clinicsofnorth' },
  ]);
  const edith = await person('edna@desk.example', ['editor']);
  expect((await edith.post(`/api/desk/submissions/${id}/contact`)).body).toMatchObject({ status: 409 });

  wait(RETENTION.closed_texts.days);
  expect(await retain(deps)).toMatchObject({ closed_texts: 1, record_contents: 1 });

  const lines = await listEventLines(db, id);
  expect(lines.map(({ type }) => type)).toEqual([
    'submit',
    'confirm',
    'triage',
    'withdraw',
    'erase_contact',
    'erase_text',
  ]);
  expect(verifyChain(lines)).toEqual({ ok: true });
  expect(await db.select({ payload: events.payload }).from(events)).toEqual(
    lines.map(() => ({ payload: null })),
  );
  expect(await db.select().from(revisions)).toEqual([]);
  const later = await person('elsa@desk.example', ['editor']);
  expect((await later.get(`/api/desk/submissions/${id}`)).status).toBe(404);
  await close();
});

test('an open submission loses nothing, however old it is', async ({ db, jobs }) => {
  const { deps, id, toReview, wait, close } = await tell(db, jobs);
  await toReview();
  const status = () => showStatus(deps, { kind: 'submitter', submissionId: id, mailed: true }, id);
  const before = await status();
  wait(2_000);

  const { openings: opened, sessions: signedIn, letter_bodies, desk_letters, ...rest } = await retain(deps);

  expect([opened, signedIn, letter_bodies, desk_letters].every((count) => count > 0)).toBe(true);
  expect(rest).toEqual(Object.fromEntries(Object.keys(rest).map((key) => [key, 0])));
  expect(await status()).toEqual(before);
  await close();
});
