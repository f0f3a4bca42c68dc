/** A message that an editor was sent: its plain text to work from, its attachments to choose from. Nothing of it is stored. */
import type { Person } from '#api/db/people.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { Mail } from '#api/evidence/mail-process.ts';
import type { Sent } from '#api/evidence/receive.ts';
import { MOST_BYTES } from '#schemas/evidence.ts';
import type { MailRead } from '#schemas/recording.ts';
import { asRefusalOfFile } from './add-evidence.ts';
import { onlyRecorders } from './record-lesson.ts';

/** Say what a message holds. Refuses with `forbidden` whoever is no editor, and with `invalid` what cannot be read. */
export async function showMail(
  deps: Pick<Deps, 'intake'>,
  person: Person,
  file: string | undefined,
): Promise<MailRead> {
  onlyRecorders(person);
  if (!file) throw new AppError('invalid', 'Choose a message first.');
  const { text, attachments } = await open(deps, file);
  return { text, attachments: attachments.map(({ name, bytes }, number) => ({ number, name, bytes })) };
}

/** The attachments of these numbers, as files that were sent. Refuses with `invalid` a number that there is none of. */
export async function attachmentsOf(
  deps: Pick<Deps, 'intake'>,
  file: string | undefined,
  numbers: readonly number[],
): Promise<Sent[]> {
  if (numbers.length === 0) return [];
  const { attachments } = file ? await open(deps, file) : { attachments: [] };
  return [...new Set(numbers)].map((number) => {
    const found = attachments[number];
    if (!found) throw new AppError('invalid', 'The message has no such attachment. Choose it again.');
    const { bytes, ...arrived } = found;
    return bytes > MOST_BYTES
      ? { name: arrived.name, tooLong: true }
      : { file: arrived.file, name: arrived.name, tooLong: false };
  });
}

async function open({ intake }: Pick<Deps, 'intake'>, file: string): Promise<Mail> {
  try {
    return await intake.readMail(file);
  } catch (error) {
    throw asRefusalOfFile(error);
  }
}
