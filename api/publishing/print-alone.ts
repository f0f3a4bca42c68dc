/** Tries a record by itself before it goes into the site with others: its shape, its hash, its file. Pure. */
import { z } from 'zod';
import { isPublishedOffering, type Published, publishedCase, publishedOffering } from '#schemas/published.ts';
import { renderPublished, verifyPublished } from './record.ts';

/** This record cannot be published. The message says why, without quoting the record. */
export class UnprintableRecord extends Error {
  override name = 'UnprintableRecord';
}

/** Print the file of a record. Throws `UnprintableRecord` unless the file, as it will be stored, says what was signed. */
export function printAlone(stored: Published): string {
  const parsed = (isPublishedOffering(stored) ? publishedOffering : publishedCase).safeParse(stored);
  if (!parsed.success)
    throw new UnprintableRecord(`It is not a record of this version: ${z.prettifyError(parsed.error)}`);
  const text = renderPublished(parsed.data);
  const verified = verifyPublished(text);
  if (!verified.ok) throw new UnprintableRecord(`It is not the text that was signed. ${verified.message}`);
  return text;
}
