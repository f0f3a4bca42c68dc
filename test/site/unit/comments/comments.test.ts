import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { renderComment } from '#api/publishing/record.ts';
import { commentFile } from '#api/review/stored-names.ts';
import type { CommentRecord, PublishedComment } from '#schemas/comment.ts';
import { readComments } from '#site/beside-files.ts';
import { byVersion } from '#site/comments/by-version.ts';
import { openUntil } from '#site/forms/comment/texts.ts';
import { temporaryFolder } from '#test/support/folder.ts';

const comment = (changes: Partial<PublishedComment> = {}): PublishedComment => ({
  schemaVersion: 1,
  text: 'processes/two-rings',
  version: '0.9',
  number: 1,
  sectionTitle: 'Step 1: Canary',
  section: 'canary',
  type: 'technical',
  comment: 'A canary of one machine finds little.',
  rationale: 'Ours missed a driver.',
  receivedOn: '2026-10',
  disposition: 'accepted',
  reason: 'True.',
  adjudicatedOn: '2026-11',
  ...changes,
});

/** A folder with these comments, each under the name that the publisher gives it. */
function folderOf(comments: readonly CommentRecord[]): string {
  const folder = temporaryFolder();
  fs.mkdirSync(path.join(folder, 'comments'));
  for (const one of comments) fs.writeFileSync(path.join(folder, commentFile(one)), renderComment(one));
  return folder;
}

describe('files of comments', () => {
  test('are read as they were written, from every folder that has some', async () => {
    const folder = folderOf([comment(), comment({ number: 2, suggestion: 'Take “more”.\n\nMany more.' })]);

    const read = await readComments([temporaryFolder(), folder]);

    expect(read.map((one) => one.comment)).toEqual([
      comment(),
      comment({ number: 2, suggestion: 'Take “more”.\n\nMany more.' }),
    ]);
  });

  test('hold the newest answer with those before it, or that the comment was withdrawn', async () => {
    const { text, version } = comment();
    const corrected = comment({
      earlier: [{ disposition: 'declined', reason: 'No.', adjudicatedOn: '2026-10' }],
    });
    const gone = { schemaVersion: 1, text, version, number: 2, withdrawnOn: '2026-11' } as const;
    const folder = folderOf([corrected, gone]);

    expect(fs.readdirSync(path.join(folder, 'comments'))).toEqual([
      'processes-two-rings.v0.9.c1.a2.yaml',
      'processes-two-rings.v0.9.c2.withdrawn.yaml',
    ]);
    expect((await readComments([folder])).map((one) => one.comment)).toEqual([corrected, gone]);
  });

  test('are named in one error where they are not what their name says, or no comment', async () => {
    const folder = folderOf([comment()]);
    const place = path.join(folder, 'comments');
    fs.copyFileSync(
      path.join(place, 'processes-two-rings.v0.9.c1.yaml'),
      path.join(place, 'processes-two-rings.v0.9.c2.yaml'),
    );
    fs.writeFileSync(path.join(place, 'other.yaml'), 'schemaVersion: 1\n');

    await expect(readComments([folder])).rejects.toThrow(/other\.yaml[\s\S]*c2\.yaml/);
  });
});

test('comments on a text stand under their version, the newest first, in the order of their numbers', () => {
  const all = [comment({ number: 2 }), comment({ version: '0.10' }), comment(), comment({ text: 'guide/a' })];

  expect(
    byVersion(all, 'processes/two-rings').map(({ version, comments }) => [
      version,
      comments.map(({ number }) => number),
    ]),
  ).toEqual([
    ['0.10', [1]],
    ['0.9', [1, 2]],
  ]);
});

test.each([
  ['2026-11-21', undefined],
  ['2026-11-22', '2027-01-22'],
  ['2027-01-22', '2027-01-22'],
  ['2027-01-23', undefined],
])('on %s a draft is open until %s', (today, until) => {
  const status = { is: 'draft_for_comment', from: '2026-11-22', to: '2027-01-22' } as const;

  expect(openUntil({ status }, today)).toBe(until);
  expect(openUntil({ status: { is: 'final', on: '2026-11-22' } }, today)).toBeUndefined();
});
