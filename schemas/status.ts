/** What `GET /api/submissions/{id}` answers: everything that the submitter may know of their submission. */
import { z } from 'zod';
import { caseStudy } from './case-study.ts';
import { evidenceFile } from './evidence.ts';
import { vendorLabRun } from './lab-run.ts';
import { offering, offeringContent } from './offering.ts';
import { recordedHow } from './recording.ts';
import { WRITERS } from './remark.ts';
import { lessonContent, receipt, shortLesson } from './submission.ts';
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
    expectedBy: day
      .optional()
      .meta({ description: 'When that is expected: by then half of the others, or the target' }),
    measured: z
      .strictObject({ most: day, of: z.int() })
      .optional()
      .meta({ description: 'Where it rests on the times of others: by when nine in ten, and of how many' }),
    live: z.enum(LIVES),
    address: z.url().optional().meta({ description: 'The public page, or its tombstone' }),
    requests: z.array(
      z.strictObject({ number: z.int(), request: z.string(), answer: z.string().optional() }),
    ),
    remarks: z
      .array(z.strictObject({ by: z.enum(WRITERS), text: z.string(), on: day }))
      .meta({ description: 'What people of the desk wrote to the submitter, oldest first' }),
    revisions: z.array(
      z.strictObject({
        number: z.int(),
        by: z.enum(['you', 'desk', 'copy']),
        on: day,
        note: z.string().optional(),
        content: z.union([lessonContent, shortLesson, offeringContent]),
      }),
    ),
    letters: z.array(z.strictObject({ matter: z.string(), on: day })),
    actions: z
      .array(z.strictObject({ action: z.enum(ACTIONS), blockedBy: z.string().optional() }))
      .meta({ description: 'What can be done now, and what still stands in its way' }),
    contact: z
      .strictObject({
        erased: z.boolean(),
        neededBecause: z.string().optional().meta({ description: 'Why it cannot be erased now' }),
      })
      .meta({ description: 'What we hold of who sent it' }),
    recording: recordedHow
      .optional()
      .meta({ description: 'Of a lesson that an editor wrote down: how it came, and what was agreed' }),
    evidence: z.array(evidenceFile).meta({ description: 'Files as they are stored, oldest first' }),
    content: z.union([lessonContent, shortLesson, offeringContent]),
    labRuns: z
      .array(vendorLabRun)
      .meta({ description: 'What the lab found and sent, the newest stay first' }),
    decline: z
      .strictObject({ code: z.enum(REASON_CODES), message: z.string(), repair: z.string() })
      .optional(),
    signOff: z
      .strictObject({
        slug,
        contentHash: z.string(),
        record: z.union([caseStudy, offering]),
        changes: z
          .string()
          .optional()
          .meta({ description: 'Of a correction: what readers will be told that it changes' }),
        sent: z
          .union([caseStudy, offering, shortLesson])
          .meta({ description: 'As the public would have read it, or the two answers of a short lesson' }),
        notes: z
          .array(z.strictObject({ revision: z.int(), note: z.string(), on: day }))
          .meta({ description: 'What the desk says of each of its revisions since then, oldest first' }),
      })
      .optional()
      .meta({ description: 'The exact text to sign, its hash, and what was sent' }),
    receipt,
  })
  .meta({ id: 'Status' });
export type Status = z.infer<typeof status>;
