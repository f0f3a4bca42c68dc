/**
 * A process of its own that takes one message apart and ends. Run by `read-mail.ts` with the job as its only argument; it
 * sends one `Answer`, or dies. It may read our code and its own folder, and write nowhere else.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import PostalMime from 'postal-mime';

/** The message as it came, and the folder that its attachments are written to. */
export type Job = { file: string; folder: string };
/** Attachments in the order in which they stand in the message; their names as its sender gave them. */
export type Mail = { text: string; attachments: { file: string; name: string; bytes: number }[] };
export type Answer = Mail | { refused: string };

/** Characters: more than the longest form can take, many times over. */
const LONGEST_TEXT = 200_000;
const MOST_ATTACHMENTS = 50;
const LONGEST_NAME = 120;

const NO_MAIL =
  'This is not an e-mail message. Save the message from your mail program as a file that ends in “.eml”.';
const HTML_ALONE =
  'This message holds HTML and no plain text. Open it in your mail program, copy its words, and paste them into the form.';
const TOO_MANY = `This message has more than ${MOST_ATTACHMENTS} attachments. Paste its words, and add the files that matter one by one.`;
const NO_TEXT = 'This message holds no text. Paste what was written into the form.';
const TOO_LONG = 'This message is very long. Paste the part that tells the lesson into the form.';

new Worker(new URL('./watch-memory.ts', import.meta.url)).unref();

const job = JSON.parse(process.argv[2] ?? '') as Job;
process.send?.(await answer(job));

async function answer({ file, folder }: Job): Promise<Answer> {
  const read = await PostalMime.parse(await fs.readFile(file), {
    // A message within the message would bring its headers into the text.
    forceRfc822Attachments: true,
  }).catch(() => undefined);
  // Anything can be read as a message; these two are in every one (RFC 5322, section 3.6).
  if (!read?.from && !read?.date) return { refused: NO_MAIL };
  if (read.attachments.length > MOST_ATTACHMENTS) return { refused: TOO_MANY };
  const text = read.text?.replace(/\r\n?/g, '\n').trim() ?? '';
  if (text === '') return { refused: read.html ? HTML_ALONE : NO_TEXT };
  if (text.length > LONGEST_TEXT) return { refused: TOO_LONG };
  const attachments = [];
  for (const [number, { filename, content }] of read.attachments.entries()) {
    const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
    const written = path.join(folder, `attachment-${number}`);
    await fs.writeFile(written, bytes, { mode: 0o600 });
    const name = filename?.slice(0, LONGEST_NAME) ?? `attachment-${number + 1}`;
    attachments.push({ file: written, name, bytes: bytes.length });
  }
  return { text, attachments };
}
