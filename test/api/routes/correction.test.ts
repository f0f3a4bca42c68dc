/** The correction of a published text over HTTP: another version, with what it changes told to everybody. */
import { asc } from 'drizzle-orm';
import { expect } from 'vitest';
import { finishPublishing, startPublishing } from '#api/actions/publish-moves.ts';
import { versions } from '#api/db/tables.ts';
import { renderPublished } from '#api/publishing/record.ts';
import { recordPath } from '#api/publishing/records-folder.ts';
import { verifyFile, verifySuccession } from '#api/publishing/verify-record.ts';
import { test } from '#test/support/database.ts';
import { held } from '#test/support/export.ts';
import { lesson, tell } from '#test/support/story.ts';

const SLUG = 'log4shell-in-clinics';
const CHANGES = 'The count was made again.';

test('a corrected version says what it changes, as its submitter signed it, and its review goes on from the one before', async ({
  db,
  jobs,
}) => {
  const story = await tell(db, jobs);
  await story.toAccepted();
  const first = { submissionId: story.id, kind: 'lesson', slug: SLUG, version: 1 } as const;
  await startPublishing(story.deps, first);
  await finishPublishing(story.deps, first);

  await story.asSubmitter('correct', { reason: 'The count was wrong.' });
  await story.decide(story.editor, 'triage', { reviewers: [story.first.id, story.second.id] });
  await story.recommend(story.first);
  await story.recommend(story.second);
  const silent = await story.decide(story.editor, 'approve', { slug: SLUG });
  await story.decide(story.editor, 'approve', { slug: SLUG, changes: CHANGES });
  const { signOff } = await story.status();
  await story.asSubmitter('sign', { contentHash: signOff.contentHash });

  expect([silent.status, silent.body.issues]).toEqual([
    422,
    [{ path: 'changes', message: 'Say in a sentence or two what this version changes' }],
  ]);
  expect(signOff.changes).toBe(CHANGES);
  const stored = (await db.select().from(versions).orderBy(asc(versions.version))).map(
    (row) => row.published,
  );
  expect(
    stored.map(({ version, provenance }) => [version, 'changes' in provenance && provenance.changes]),
  ).toEqual([
    [1, false],
    [2, CHANGES],
  ]);
  const files = stored.map((one) =>
    verifyFile(held(recordPath('lesson', SLUG, one.version), renderPublished(one))),
  );
  expect(files.map(({ holds }) => holds.at(-1))).toEqual([
    expect.stringMatching(/^its chain of \d review events holds$/),
    expect.stringMatching(/^its chain of 1\d review events holds$/),
  ]);
  expect(() => verifySuccession(files)).not.toThrow();
  await story.close();
});

test('a correction that was given up leaves nothing to the next one, which begins with the public text', async ({
  db,
  jobs,
}) => {
  const story = await tell(db, jobs);
  await story.toAccepted();
  const first = { submissionId: story.id, kind: 'lesson', slug: SLUG, version: 1 } as const;
  await startPublishing(story.deps, first);
  await finishPublishing(story.deps, first);
  await story.asSubmitter('correct', { reason: 'The count was wrong.' });
  await story.decide(story.editor, 'triage', { reviewers: [story.first.id, story.second.id] });
  const content = { ...lesson.content, title: 'It names a supplier' };
  await story.decide(story.first, 'revise', { content, note: 'Worse.' });
  const { message, repair } = { message: 'It names a supplier.', repair: 'Leave it out.' };
  await story.decide(story.editor, 'decline', { code: 'identifies_third_party', message, repair });
  const given = await story.status();

  await story.asSubmitter('correct', { reason: 'The count is still wrong.' });

  expect([given.state, given.content.title]).toEqual(['published', lesson.content.title]);
  expect(given.letters.at(-1).matter).toMatch(
    /What would make it publishable: Leave it out.\n\nYour page stays/,
  );
  expect((await story.status()).content.title).toBe(lesson.content.title);
  await story.close();
});
