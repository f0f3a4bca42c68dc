/** Reads the published comments: YAML files that are written once, by editors in `content/` or by the publisher beside the records. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { commentFileName, parseComment } from '#api/publishing/record.ts';
import type { CommentRecord } from '#schemas/comment.ts';

/** Read `comments/` of both folders. Throws one `Error` that names every file with a fault. */
export async function readComments(folders: readonly string[]): Promise<CommentRecord[]> {
  const faults: string[] = [];
  const comments: CommentRecord[] = [];
  for (const folder of folders.map((parent) => path.join(parent, 'comments')).filter(existsSync))
    for (const name of (await readdir(folder)).filter((one) => one.endsWith('.yaml')).sort()) {
      const file = path.join(folder, name);
      try {
        comments.push(named(parseComment(await readFile(file, 'utf8')), name));
      } catch (error) {
        faults.push(`${file}: ${error instanceof Error ? error.message : error}`);
      }
    }
  if (faults.length > 0) throw new Error(`Comments cannot be read:\n${faults.join('\n')}`);
  return comments;
}

/** Two files of one name would be two answers to one comment. */
function named(comment: CommentRecord, name: string): CommentRecord {
  const expected = commentFileName(comment);
  if (name !== expected) throw new Error(`What it holds belongs into ${expected}`);
  return comment;
}
