/** What `GET /api/submissions/{id}` answers: everything that the submitter may know of their submission. */
import { z } from 'zod';
import { caseStudy } from './case-study.ts';
import { lessonContent, receipt } from './submission.ts';
import { slug } from './text.ts';
import { SUBMISSION_KINDS } from './vocabulary.ts';
import { ACTIONS, LIVES, REASON_CODES, STATES } from './workflow.ts';

const day = z.iso.date();

export const NEXT_ACTORS = ['you', 'editor', 'reviewers', 'lab', 'system', 'nobody'] as const;

export const status = z
  .strictObject({
    id: z.uuid(),
    reference: z.string(),
    kind: z.enum(SUBMISSION_KINDS),
    state: z.enum(STATES),
    since: z.iso.datetime(),
    revision: z.int().positive(),
    next: z.enum(NEXT_ACTORS).meta({ description: 'Who acts next: a kind, never a name' }),
    happens: z.string().meta({ description: 'What happens next, in plain words' }),
    expectedBy: day.optional().meta({ description: 'When that is expected' }),
    live: z.enum(LIVES),
    address: z.url().optional().meta({ description: 'The public page, or its tombstone' }),
    requests: z.array(
      z.strictObject({ number: z.int(), request: z.string(), answer: z.string().optional() }),
    ),
    revisions: z.array(
      z.strictObject({
        number: z.int(),
        by: z.enum(['you', 'desk', 'copy']),
        on: day,
        note: z.string().optional(),
      }),
    ),
    letters: z.array(z.strictObject({ matter: z.string(), on: day })),
    actions: z
      .array(z.strictObject({ action: z.enum(ACTIONS), blockedBy: z.string().optional() }))
      .meta({ description: 'What can be done now, and what still stands in its way' }),
    content: lessonContent,
    decline: z
      .strictObject({ code: z.enum(REASON_CODES), message: z.string(), repair: z.string() })
      .optional(),
    signOff: z
      .strictObject({ slug, contentHash: z.string(), record: caseStudy, sent: caseStudy })
      .optional()
      .meta({ description: 'The exact text to sign, its hash, and what was sent' }),
    receipt,
  })
  .meta({ id: 'Status' });
export type Status = z.infer<typeof status>;
