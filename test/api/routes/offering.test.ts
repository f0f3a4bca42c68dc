/** An offering over HTTP, from its form to its page, and who may see it on the way. */
import fs from 'node:fs';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { publish } from '#api/actions/publish.ts';
import { contacts, events, letters, revisions, versions } from '#api/db/tables.ts';
import { parseOffering, parseTombstone, verifyPublished } from '#api/publishing/record.ts';
import { offeringPath } from '#site/paths.ts';
import { temporaryFolder } from '#test/support/folder.ts';
import { offeringSent } from '#test/support/offering.ts';
import { tell } from '#test/support/story.ts';
import { testWithStory } from '#test/support/story-test.ts';
import { publishDeps } from '../publishing/stage.ts';

const test = testWithStory({ sent: offeringSent });
const SLUG = 'log4shell-in-clinics';
const { lab } = offeringSent.contact;

test('an offering goes the whole way, and its page leaves a tombstone when it is retired', {
  timeout: 180_000,
}, async ({ story, db, jobs, database }) => {
  const dir = temporaryFolder();
  const publisher = await publishDeps(database, jobs, dir);
  const file = (name: string) => path.join(publisher.recordsDir, 'offerings', name);
  const page = () => path.join(publisher.site.current() ?? '', offeringPath(SLUG), 'index.html');

  await story.toAccepted();
  await publish(publisher);

  expect(await story.state()).toBe('published');
  const text = fs.readFileSync(file(`${SLUG}.v1.yaml`), 'utf8');
  expect(verifyPublished(text)).toMatchObject({ ok: true });
  expect(parseOffering(text)).toMatchObject({
    slug: SLUG,
    record: { product: 'Sample Lathe', claims: offeringSent.content.claims },
    provenance: { origin: 'submitted', recommendations: 2, conflicts: 'none' },
  });
  for (const told of [offeringSent.content.access, lab.name, lab.email, 'Vera'])
    expect(text).not.toContain(told);
  expect(fs.readFileSync(page(), 'utf8')).toContain('<h1>Sample Lathe</h1>');
  const { address } = await story.status();
  expect(address).toMatch(new RegExp(`${offeringPath(SLUG)}$`));
  const [letter] = await db.select().from(letters).where(eq(letters.kind, 'published'));
  expect(letter?.matter).toContain(offeringPath(SLUG));

  await story.asSubmitter('retire', { reason: 'The product is no longer made.' });
  await publish(publisher);

  expect(fs.readdirSync(path.dirname(file('x')))).toEqual([`${SLUG}.retired.yaml`]);
  expect(parseTombstone(fs.readFileSync(file(`${SLUG}.retired.yaml`), 'utf8'))).toMatchObject({
    reason: 'The product is no longer made.',
    versions: 1,
  });
  expect(fs.readFileSync(page(), 'utf8')).toContain('<h1>Retired</h1>');
});

describe('triage', () => {
  test('asks whether it answers the call, and the answers stand in the record', async ({ story, db }) => {
    await story.toReceived();
    const reviewers = [story.first.id, story.second.id];
    const unasked = await story.decide(story.editor, 'triage', { reviewers });
    const partly = await story.decide(story.editor, 'triage', {
      reviewers,
      responsiveness: { product: 'yes' },
    });
    const judged = { product: 'yes', requirement: 'no', contact: 'yes' };
    const asked = await story.decide(story.editor, 'triage', { reviewers, responsiveness: judged });

    expect([unasked.status, partly.status, asked.status]).toEqual([409, 422, 200]);
    expect(unasked.body.detail).toMatch(/answers the call/);
    expect(partly.body.issues.map(({ path: at }: { path: string }) => at)).toEqual([
      'responsiveness.requirement',
      'responsiveness.contact',
    ]);
    const [event] = await db.select().from(events).where(eq(events.type, 'triage'));
    expect(event?.payload).toMatchObject({ responsiveness: judged });
  });
});

describe('who sees what', () => {
  test('somebody tied to the vendor sees nothing, also where an agency sends it', async ({ db, jobs }) => {
    const sent = {
      ...offeringSent,
      contact: { ...offeringSent.contact, email: 'an@agency.example', organization: 'An Agency' },
    };
    const story = await tell(db, jobs, sent);
    await story.toReceived();
    const before = await story.editor.get('/api/desk/submissions');
    await story.editor.call('PUT', '/api/people/me/ties', {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ties: [{ tie: 'competitor', organization: 'Lathe Works, Inc.' }] }),
    });
    const after = await story.editor.get('/api/desk/submissions');
    const one = await story.editor.get(`/api/desk/submissions/${story.id}`);
    await story.close();

    expect(before.body.counts).toEqual({ received: 1 });
    expect(after.body).toEqual({ items: [], counts: {} });
    expect(one.status).toBe(404);
  });

  test('a new vendor in the text brings new conflicts with it', async ({ story, db }) => {
    await story.toReview();
    const { content } = await story.status();
    await story.decide(story.first, 'revise', {
      kind: 'offering',
      content: { ...content, vendor: 'Turnery Ltd' },
      note: 'They were bought.',
    });

    const [row] = await db.select().from(contacts).where(eq(contacts.submissionId, story.id));
    expect(row?.vendorKey).toBe('turnery');
  });

  test('who answers the lab is kept with the contact, and reading it is recorded', async ({ story, db }) => {
    await story.toReview();
    const desk = await story.editor.get(`/api/desk/submissions/${story.id}`);
    const read = await story.editor.post(`/api/desk/submissions/${story.id}/contact`);
    const byReviewer = await story.first.post(`/api/desk/submissions/${story.id}/contact`);

    expect(desk.text).toContain('Sample Lathe');
    expect(desk.text).not.toContain(lab.name);
    expect(read.body.lab).toEqual(lab);
    expect(byReviewer.status).toBe(403);
    const types = (await db.select().from(events)).map(({ type }) => type);
    expect(types).toContain('read_contact');
    const [stored] = await db.select().from(revisions);
    expect(JSON.stringify(stored?.content)).not.toContain(lab.email);
  });

  test('the queue names product and vendor', async ({ story }) => {
    await story.toReceived();

    const { body } = await story.editor.get('/api/desk/submissions');

    expect(body.items[0]).toMatchObject({
      kind: 'offering',
      title: 'Sample Lathe 3.1',
      vendor: 'Lathe Works',
      form: 'full',
    });
    expect(body.items[0]).not.toHaveProperty('outcome');
  });
});

describe('what is refused', () => {
  const sending = async (story: Awaited<ReturnType<typeof tell>>, content: object) =>
    story.visitor().post('/api/submissions', {
      ...offeringSent,
      contact: { ...offeringSent.contact, email: `${crypto.randomUUID()}@lathe.example` },
      content: { ...offeringSent.content, ...content },
    });

  test('a requirement that the call does not have, or that asks for another capability', async ({
    story,
  }) => {
    const claim = { capability: 'deploy', claim: 'It deploys.' } as const;
    const stray = await sending(story, { claims: [{ ...claim, requirement: 'routine-deploy-dreams' }] });
    const other = await sending(story, { claims: [{ ...claim, requirement: 'asset-scan-planted' }] });

    expect([stray.status, other.status]).toEqual([422, 422]);
    expect(stray.body.issues).toEqual([
      {
        path: 'content.claims.0.requirement',
        message: 'The call has no requirement “routine-deploy-dreams”. Choose one from the list.',
      },
    ]);
    expect(other.body.issues[0].message).toMatch(/another capability/);
  });

  test('a place that no architecture has', async ({ story }) => {
    const { body } = await sending(story, { roles: ['on-premises-enterprise/deployer', 'cellar/shelf'] });

    expect(body.issues.map(({ path: at }: { path: string }) => at)).toEqual(['content.roles.1']);
  });

  test('a lesson in its place', async ({ story, db }) => {
    await story.toReview();
    const answer = await story.decide(story.first, 'revise', {
      kind: 'lesson',
      note: 'A lesson now.',
      content: {
        title: 'A lesson',
        summary: 'A summary',
        outcome: 'mixed',
        organization: { attribution: 'anonymous', sector: 'health' },
        period: { from: '2021' },
        situation: 'A situation',
        lessons: [{ lesson: 'Test first', recommendation: 'Use a canary' }],
      },
    });

    expect(answer.status).toBe(422);
    expect(answer.body.issues).toEqual([
      { path: 'kind', message: 'This submission is an offering: send it as one.' },
    ]);
    expect(await db.select().from(revisions)).toHaveLength(1);
  });

  test('a form without scripts comes back as the form of an offering, its values kept', async ({ story }) => {
    const answer = await story.visitor().form('/api/submissions', {
      kind: 'offering',
      'content.product': 'Sample Lathe',
      'content.claims[0].capability': 'deploy',
    });
    const grown = await story
      .visitor()
      .form('/api/submissions', { kind: 'offering', add: 'content.instructions' });

    expect(answer.status).toBe(422);
    expect(answer.text).toContain('There is a problem');
    expect(answer.text).toContain('value="Sample Lathe"');
    expect(answer.text).toContain('Say what you claim, in a sentence that a lab can try');
    expect(grown.status).toBe(200);
    expect(grown.text).toContain('name="content.instructions[1].title"');
  });
});

test('what the submitter signs is printed as the page will print it, by its hash', async ({ story, db }) => {
  await story.toSignOff();
  const { signOff } = await story.status();
  const page = await story.submitter.get('/status/');
  await story.asSubmitter('sign', { contentHash: signOff.contentHash });

  expect(page.text).toContain('Being listed is no endorsement');
  expect(page.text).toContain(`<code>${offeringPath(SLUG)}</code>`);
  expect(page.text).toContain('See that it worked');
  expect(page.text).not.toContain('trial-7.lathe.example');
  const [version] = await db.select().from(versions);
  expect(version?.published).toMatchObject({ contentHash: signOff.contentHash, record: signOff.record });
});
