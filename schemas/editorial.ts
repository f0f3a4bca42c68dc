/** What the editors' own files share: identifiers, text, where a statement comes from, and how far a text has come. */
import { z } from 'zod';
import { archivedCopy, partialDate } from './text.ts';
import { STANDINGS } from './vocabulary.ts';

/** Lower-case words joined by hyphens. */
export const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
export const text = z.string().trim().min(1);

/**
 * Where a statement comes from. `primary`: the document itself was read. `secondary`: somebody reported it, and the
 * page must say who. A source that cannot be linked has no `url`.
 */
export const reference = z
  .strictObject({
    title: text,
    publisher: text.optional(),
    url: z.url().optional(),
    date: partialDate().optional(),
    standing: z.enum(STANDINGS),
    archived: archivedCopy.optional(),
  })
  .meta({ id: 'Reference' });
export type Reference = z.infer<typeof reference>;

export const versionNumber = z.string().regex(/^\d+\.\d+$/);

/** Open for comment between two days, or final since one. The site's open comment periods derive from this. */
export const textStatus = z
  .discriminatedUnion('is', [
    z.strictObject({ is: z.literal('draft_for_comment'), from: z.iso.date(), to: z.iso.date() }),
    z.strictObject({ is: z.literal('final'), on: z.iso.date() }),
  ])
  .meta({ id: 'TextStatus' });
export type TextStatus = z.infer<typeof textStatus>;

/** Add an issue for each value that `of` gives to two rows. `what` names the rows in the message. */
export function refuseTwins<T>(
  context: z.core.$RefinementCtx,
  rows: readonly T[],
  what: string,
  of: (row: T) => string,
) {
  const seen = new Set<string>();
  for (const value of rows.map(of)) {
    if (seen.has(value)) context.addIssue({ code: 'custom', message: `Two ${what} are called ${value}` });
    seen.add(value);
  }
}
