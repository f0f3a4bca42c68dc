/**
 * What a file is, by its content, and the file that is kept in its place. Runs only in the process of its own
 * (`inspect-process.ts`): the parsers below read what strangers wrote.
 */
import { fileTypeFromBuffer } from 'file-type';
import { EVIDENCE_KINDS, EVIDENCE_TYPES, type EvidenceType, MOST_BYTES } from '#schemas/evidence.ts';
import { type ImageType, redraw } from './image.ts';
import { rebuild } from './pdf.ts';
import { FileRefused } from './refused.ts';
import { withoutFormulas } from './table.ts';
import { readText } from './text.ts';

export type Inspected = { type: EvidenceType; bytes: Uint8Array };

/** `name`: as it was sent. Only for text does its ending count, since one text looks like another. Throws `FileRefused`. */
export async function inspect(bytes: Uint8Array, name: string): Promise<Inspected> {
  if (bytes.length === 0) throw new FileRefused('The file is empty. Choose another one.');
  const found = (await fileTypeFromBuffer(bytes))?.mime;
  const type = EVIDENCE_TYPES.find((taken) => taken === found) ?? textType(name);
  const kept = await rebuilt(bytes, type);
  if (kept.length > MOST_BYTES)
    throw new FileRefused('Rebuilt without its metadata, this file is larger than 10 MB. Make it smaller.');
  return { type, bytes: kept };
}

const TEXT_ENDINGS: Readonly<Record<string, EvidenceType>> = {
  csv: 'text/csv',
  txt: 'text/plain',
  log: 'text/plain',
  md: 'text/markdown',
  markdown: 'text/markdown',
};

function textType(name: string): EvidenceType {
  const ending = name.split('.').at(-1)?.toLowerCase() ?? '';
  const type = Object.hasOwn(TEXT_ENDINGS, ending) ? TEXT_ENDINGS[ending] : undefined;
  if (!type) throw new FileRefused(`This kind of file is not taken here. Add ${EVIDENCE_KINDS}.`);
  return type;
}

async function rebuilt(bytes: Uint8Array, type: EvidenceType): Promise<Uint8Array> {
  if (type === 'application/pdf') return rebuild(bytes);
  if (isImage(type)) return redraw(bytes, type);
  const text = readText(bytes);
  return new TextEncoder().encode(type === 'text/csv' ? withoutFormulas(text) : text);
}

const isImage = (type: EvidenceType): type is ImageType => type.startsWith('image/');
