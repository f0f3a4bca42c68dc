/** The conflict rule in SQL says what the pure one says, on every kind of tie. */
import { eq, sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { begin } from '#api/db/submissions.ts';
import { people, submissions, ties } from '#api/db/tables.ts';
import { inConflict as inConflictSql } from '#api/db/visibility.ts';
import {
  inConflict,
  mailboxKey,
  mailDomain,
  organizationKey,
  personKeys,
  sourceKeys,
} from '#api/review/conflicts.ts';
import { lessonContent } from '#schemas/submission.ts';
import { test } from '#test/support/database.ts';
import { lesson } from '#test/support/story.ts';

const PEOPLE = [
  { email: 'ana@clinics.example', ties: [] },
  { email: 'ana+lists@clinics.example', ties: [] },
  { email: 'bo@clinics.example', ties: [] },
  { email: 'bo@mail.clinics.example', ties: [] },
  { email: 'bo@notclinics.example', ties: [] },
  { email: 'bo@gmail.com', ties: [] },
  { email: 'ana@gmail.com', ties: [] },
  { email: 'cy@elsewhere.example', ties: [{ organization: 'The Clinics of the North, Inc.' }] },
  { email: 'di@elsewhere.example', ties: [{ organization: 'Other', domain: 'clinics.example' }] },
  { email: 'ed@elsewhere.example', ties: [{ organization: 'Other', domain: 'mail.clinics.example' }] },
  { email: 'flo@elsewhere.example', ties: [{ organization: 'none' }] },
  { email: 'gus@elsewhere.example', ties: [{ organization: 'Clinics of the South' }] },
] as const;

const SOURCES = [
  { email: 'ana@clinics.example', organization: 'Clinics of the North' },
  { email: 'ana@gmail.com', organization: 'none' },
  { email: 'ana@mail.clinics.example', organization: 'Clinics of the South Ltd' },
  { email: 'agent@agency.example', organization: 'none', vendor: 'Clinics of the North' },
] as const;

test('for every person and every source', async ({ db }) => {
  const at = new Date();
  for (const [index, { email, ties: own }] of PEOPLE.entries()) {
    const id = `person-${index}`;
    await db.insert(people).values({ id, name: email, email, roles: ['reviewer'] });
    for (const { organization, ...rest } of own)
      await db.insert(ties).values({
        personId: id,
        tie: 'customer',
        organization,
        organizationKey: organizationKey(organization),
        domain: 'domain' in rest ? rest.domain : null,
      });
  }

  for (const [index, source] of SOURCES.entries()) {
    const id = crypto.randomUUID();
    await begin(db, {
      id,
      reference: `PC-TEST-000${index}`,
      kind: 'lesson',
      content: lessonContent.parse(lesson.content),
      contact: {
        name: 'Ana',
        email: source.email,
        organization: source.organization,
        organizationKey: organizationKey(source.organization),
        mailDomain: mailDomain(source.email) ?? null,
        mailbox: mailboxKey(source.email),
        vendorKey: 'vendor' in source ? organizationKey(source.vendor) : null,
      },
      receipt: { reference: '', receivedAt: at.toISOString(), digest: '', key: '', signature: '' },
      consentVersion: '1',
      licence: 'CC-BY-4.0',
      at,
    });
    const rows = await db
      .select({ email: people.email, conflicted: sql<boolean>`${inConflictSql(db, people.id)}` })
      .from(people)
      .innerJoin(submissions, eq(submissions.id, id));

    const pure = PEOPLE.map((person) => ({
      email: person.email,
      conflicted: inConflict(personKeys(person), sourceKeys(source), false),
    }));
    expect(rows.sort(byEmail), source.email).toEqual(pure.sort(byEmail));
    expect(new Set(pure.map(({ conflicted }) => conflicted))).toEqual(new Set([true, false]));
  }
});

const byEmail = (a: { email: string }, b: { email: string }) => a.email.localeCompare(b.email);
