/**
 * Reads an upload: to the disk first, counted as it comes, so that neither large nor slow uploads take memory. Only what
 * has arrived whole is taken apart, one at a time.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '#api/errors.ts';
import { MOST_BYTES, MOST_FILES } from '#schemas/evidence.ts';
import { MOST_MAIL_BYTES } from '#schemas/recording.ts';
import type { Arrived } from './intake.ts';
import { takingTurns } from './turns.ts';

/** What a browser sends around the files, at most. */
const OVERHEAD = 64 * 1024;
/** Bytes of one upload: without scripts, all files come in one. */
const LONGEST = MOST_FILES * MOST_BYTES + OVERHEAD;

/** Characters. */
const LONGEST_FIELD = 512 * 1024;

/** A file of an upload. One that is too long is not kept, so that the others of its upload can be taken. */
export type Sent = (Arrived & { tooLong: false }) | { name: string; tooLong: true };
export type Upload = { files: Sent[]; keepNames: boolean };

/** Refuses with `unsupported`, `too_large` or `bad_request` what is no form with files. */
export const receive = (request: Request, folder: string): Promise<Upload> =>
  receiveForm(request, LONGEST, folder, async (form) => ({
    files: await unpack(form, folder),
    keepNames: form.get('keepNames') !== null,
  }));

/** A lesson that somebody records: its fields as JSON, its files, and the message that it came by. */
type RecordingUpload = Upload & { recording: string; mail: string | undefined };

/** Refuses like `receive`. */
export const receiveRecording = (request: Request, folder: string): Promise<RecordingUpload> =>
  receiveForm(request, LONGEST + MOST_MAIL_BYTES, folder, async (form) => ({
    files: await unpack(form, folder),
    keepNames: form.get('keepNames') !== null,
    recording: shortField(form, 'recording'),
    mail: await unpackMail(form, folder),
  }));

/** A message, as the field `mail`. Answers its path; refuses like `receive`. */
export const receiveMail = (request: Request, folder: string): Promise<string | undefined> =>
  receiveForm(request, MOST_MAIL_BYTES + OVERHEAD, folder, (form) => unpackMail(form, folder));

/** `longest`: bytes of the whole upload. What `take` answers must not hold the form. */
async function receiveForm<Taken>(
  request: Request,
  longest: number,
  folder: string,
  take: (form: FormData) => Promise<Taken>,
): Promise<Taken> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\b/i.test(type))
    throw new AppError('unsupported', 'Send the files as a form (multipart/form-data).');
  if (Number(request.headers.get('content-length')) > longest) throw tooLarge();
  const spooled = path.join(folder, 'upload');
  await spool(request.body, spooled, longest);
  return inTurn(async () => {
    const form = await parse(spooled, type);
    await fs.rm(spooled);
    return take(form);
  });
}

const inTurn = takingTurns(1);

async function spool(body: ReadableStream<Uint8Array> | null, file: string, longest: number): Promise<void> {
  const handle = await fs.open(file, 'wx', 0o600);
  let size = 0;
  try {
    for await (const chunk of body ?? []) {
      size += chunk.length;
      if (size > longest) throw tooLarge();
      await handle.write(chunk);
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('bad_request', 'The upload broke off. Try again.');
  } finally {
    await handle.close();
  }
}

const tooLarge = () =>
  new AppError(
    'too_large',
    `Send at most ${MOST_FILES} files of ${MOST_BYTES / 1024 ** 2} MB each, and a message of at most ${MOST_MAIL_BYTES / 1024 ** 2} MB.`,
  );

async function parse(file: string, type: string): Promise<FormData> {
  const body = await fs.readFile(file);
  try {
    return await new Response(body, { headers: { 'content-type': type } }).formData();
  } catch {
    throw new AppError('bad_request', 'The form cannot be read.');
  }
}

async function unpack(form: FormData, folder: string): Promise<Sent[]> {
  const files = form.getAll('files').filter((value) => value instanceof File);
  // A browser sends a file without name or content where none was chosen.
  const chosen = files.filter(({ name, size }) => name !== '' || size > 0);
  if (chosen.length > MOST_FILES) throw new AppError('too_large', `Send at most ${MOST_FILES} files.`);
  const sent: Sent[] = [];
  for (const [number, file] of chosen.entries()) {
    const { name } = file;
    const arrived = path.join(folder, `file-${number}`);
    if (file.size <= MOST_BYTES) await fs.writeFile(arrived, await file.bytes(), { mode: 0o600 });
    sent.push(file.size > MOST_BYTES ? { name, tooLong: true } : { name, tooLong: false, file: arrived });
  }
  return sent;
}

/** A field beside the files. No form here has a longer one. */
function shortField(form: FormData, name: string): string {
  const value = form.get(name);
  if (typeof value !== 'string') return '';
  if (value.length > LONGEST_FIELD) throw tooLarge();
  return value;
}

async function unpackMail(form: FormData, folder: string): Promise<string | undefined> {
  const mail = form.get('mail');
  if (!(mail instanceof File) || mail.size === 0) return undefined;
  if (mail.size > MOST_MAIL_BYTES) throw tooLarge();
  const arrived = path.join(folder, 'mail');
  await fs.writeFile(arrived, await mail.bytes(), { mode: 0o600 });
  return arrived;
}
