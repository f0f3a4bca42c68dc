/** Submissions that arrive together are stored together; each must be as whole as if it had come alone. */
import { eq, sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { submit } from '#api/actions/submit.ts';
import { addBlock } from '#api/db/blocks.ts';
import type { Db } from '#api/db/client.ts';
import { findCode } from '#api/db/codes.ts';
import { listEventLines } from '#api/db/events.ts';
import { letters, people, submissions } from '#api/db/tables.ts';
import { verifyChain } from '#api/review/events.ts';
import { hashCode } from '#api/review/secret-code.ts';
import { submission } from '#schemas/submission.ts';
import { openCommons } from '#test/support/commons.ts';
import { test as withDatabase } from '#test/support/database.ts';
import { lesson } from '#test/support/story.ts';

const test = withDatabase.extend('deps', async ({ db, jobs }, { onCleanup }) => {
  const commons = await openCommons(db, jobs);
  onCleanup(commons.close);
  return commons.deps;
});
const sent = submission.parse(lesson);

async function storedAs(db: Db, id: string) {
  const [row] = await db.select({ state: submissions.state }).from(submissions).where(eq(submissions.id, id));
  const lines = await listEventLines(db, id);
  const written = await db
    .select({ kind: letters.kind, state: letters.state })
    .from(letters)
    .where(eq(letters.submissionId, id));
  return { ...row, events: lines.map(({ type }) => type), chain: verifyChain(lines), letters: written };
}

const whole = {
  state: 'unconfirmed',
  events: ['submit'],
  chain: { ok: true },
  letters: [{ kind: 'confirm_address', state: 'queued' }],
};

test('of those who send at the same moment each gets a code, an event, a letter and a job of their own', async ({
  deps,
  db,
}) => {
  const submitted = await Promise.all(Array.from({ length: 7 }, () => submit(deps, sent)));

  for (const { id, token } of submitted) {
    expect(await storedAs(db, id)).toEqual(whole);
    expect(await findCode(db, hashCode(token))).toEqual({ submissionId: id, mailed: false });
  }
  const queued = await db.select({ letterId: letters.id }).from(letters);
  const { rows } = await db.execute(sql`select data from pgboss.job where name = 'letters'`);
  expect(new Set(rows.map(({ data }) => data))).toEqual(new Set(queued));
});

test('one that cannot be stored takes none of its neighbours along', async ({ deps, db }) => {
  const [one, other] = [crypto.randomUUID(), crypto.randomUUID()];
  const ids = [one, one, other];
  const sameIdTwice = { ...deps, newId: () => ids.shift() ?? '' };

  const results = await Promise.allSettled([1, 2, 3].map(() => submit(sameIdTwice, sent)));

  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'fulfilled', 'rejected']);
  expect(await storedAs(db, one)).toEqual(whole);
  expect(await storedAs(db, other)).toEqual(whole);
});

test('a blocked address is refused, and who sends at the same moment is not', async ({ deps, db }) => {
  await db
    .insert(people)
    .values({ id: 'edith', name: 'Edith', email: 'edith@desk.example', roles: ['editor'] });
  const block = { id: crypto.randomUUID(), reason: 'Advertises', blockedBy: 'edith', blockedAt: deps.now() };
  await addBlock(db, { ...block, address: 'spam.example' });
  const from = (email: string) => submission.parse({ ...lesson, contact: { ...lesson.contact, email } });

  const results = await Promise.allSettled(
    ['ana@clinics.example', 'x@spam.example', 'ben@clinics.example'].map((email) =>
      submit(deps, from(email)),
    ),
  );

  expect(results).toMatchObject([
    { status: 'fulfilled' },
    { status: 'rejected', reason: { code: 'forbidden', issues: [{ path: 'contact.email' }] } },
    { status: 'fulfilled' },
  ]);
  expect(await db.$count(submissions)).toBe(2);
});
