/** What the desk tells of publishing: which texts wait, run or were stopped, and how the last builds of the site went. */
import { z } from 'zod';
import { SUBMISSION_KINDS } from './vocabulary.ts';

const PUBLISHING_STANDINGS = ['waiting', 'running', 'stopped'] as const;

const instant = z.iso.datetime();
/** Of a text: since when it stands so, and why it was stopped. */
const signedText = z.strictObject({
  id: z.uuid(),
  reference: z.string(),
  kind: z.enum(SUBMISSION_KINDS),
  slug: z.string(),
  version: z.int().positive(),
  standing: z.enum(PUBLISHING_STANDINGS),
  since: instant,
  problem: z.string().optional(),
});

const siteBuild = z.strictObject({
  startedAt: instant,
  finishedAt: instant.optional(),
  built: z.boolean().meta({ description: 'Whether what it built is or was served' }),
  problem: z.string().optional().meta({ description: 'In the words of the build' }),
});

export const publishing = z
  .strictObject({
    texts: z.array(signedText),
    builds: z.array(siteBuild).meta({ description: 'The newest first' }),
  })
  .meta({ id: 'Publishing' });
export type Publishing = z.infer<typeof publishing>;
