/** What an assignee sees of a submission whose source nobody can name, before they say that nothing ties them to it. */
import { z } from 'zod';
import { SECTORS, SIZE_BANDS, SUBMISSION_KINDS } from './vocabulary.ts';

export const outline = z
  .strictObject({
    id: z.uuid(),
    reference: z.string(),
    kind: z.enum(SUBMISSION_KINDS),
    revision: z.int().positive().meta({ description: 'To be sent with “declare_conflict”' }),
    since: z.iso.datetime().meta({ description: 'When it was assigned to the one who asks' }),
    sector: z.enum(SECTORS).optional(),
    sizeBand: z.enum(SIZE_BANDS).optional(),
  })
  .meta({ id: 'Outline' });
export type Outline = z.infer<typeof outline>;

export const attestation = z
  .strictObject({
    noTie: z.literal(true, { error: 'Say that nothing ties you to it, or declare a conflict' }),
  })
  .meta({ id: 'Attestation' });
