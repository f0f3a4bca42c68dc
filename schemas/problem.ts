/** Errors as RFC 9457 problem details, with one issue per field that needs attention. */
import { z } from 'zod';

export const issue = z.strictObject({
  path: z.string().meta({ description: 'Dotted path into the body, like content.lessons.0.lesson' }),
  message: z.string().meta({ description: 'What to do about it' }),
});
export type Issue = z.infer<typeof issue>;

/** Says that the same request passes once a second factor was shown again: `POST /api/auth/prove`, or a passkey. */
export const PROOF_NEEDED = '/api/docs#proof-needed';

export const problem = z
  .strictObject({
    type: z.enum(['about:blank', PROOF_NEEDED]),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    issues: z.array(issue).optional(),
    versions: z
      .strictObject({ yours: z.unknown(), stored: z.unknown() })
      .optional()
      .meta({ description: 'Of a save that came too late: what was sent, and what is stored' }),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem details' });
export type Problem = z.infer<typeof problem>;
