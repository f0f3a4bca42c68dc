/** Tries a record by itself before it goes into the site with others: its shape, its hash, its file. Pure. */
import { z } from 'zod';
import { type PublishedCase, publishedCase } from '#schemas/published.ts';
import { renderCase, verifyCase } from './record.ts';

/** This record cannot be published. The message says why, without quoting the record. */
export class UnprintableRecord extends Error {
  override name = 'UnprintableRecord';
}

/** Print the file of a record. Throws `UnprintableRecord` unless the file, as it will be stored, says what was signed. */
export function printAlone(stored: PublishedCase): string {
  const parsed = publishedCase.safeParse(stored);
  if (!parsed.success)
    throw new UnprintableRecord(`It is not a record of this version: ${z.prettifyError(parsed.error)}`);
  const text = renderCase(parsed.data);
  const verified = verifyCase(text);
  if (!verified.ok) throw new UnprintableRecord(`It is not the text that was signed. ${verified.message}`);
  return text;
}
