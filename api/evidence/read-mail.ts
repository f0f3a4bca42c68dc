/** Takes a message apart in a process of its own: its plain text, and its attachments as files beside it. */
import fs from 'node:fs/promises';
import path from 'node:path';
import { askProcess } from './bounded-process.ts';
import type { Answer, Mail } from './mail-process.ts';

const PROCESS = new URL('./mail-process.ts', import.meta.url);

/** The message is gone afterwards, whatever is found in it. Throws `FileRefused` or `CannotCheck`. */
export async function readMail(file: string): Promise<Mail> {
  const folder = path.dirname(file);
  try {
    return await askProcess<Answer>(PROCESS, { file, folder }, folder);
  } finally {
    await fs.rm(file, { force: true });
  }
}
