/** What the desk's calls answer. Nothing of a contact is in any of them but `deskContact`. */
import { z } from 'zod';
import { caseStudy } from './case-study.ts';
import { evidenceFile } from './evidence.ts';
import { identityFinding } from './identity-finding.ts';
import { offering, offeringContent } from './offering.ts';
import { lessonContent, shortLesson } from './submission.ts';
import { triageHints } from './triage.ts';
import { OUTCOMES, SECTORS, SIZE_BANDS, SUBMISSION_KINDS } from './vocabulary.ts';
import { ACTIONS, ACTOR_KINDS, LETTER_KINDS, LIVES, STATES, VERDICTS } from './workflow.ts';

const instant = z.iso.datetime();
const anyContent = z.union([lessonContent, shortLesson, offeringContent]);
const someone = z.strictObject({ id: z.string(), name: z.string() });

const summary = {
  id: z.uuid(),
  reference: z.string(),
  kind: z.enum(SUBMISSION_KINDS),
  state: z.enum(STATES),
  since: instant,
  expectedBy: z.iso.date().optional(),
  revision: z.int().positive(),
  live: z.enum(LIVES),
};

export const queueItem = z
  .strictObject({
    ...summary,
    title: z.string(),
    form: z.enum(['full', 'short']).meta({ description: 'Short: two answers, to be expanded' }),
    outcome: z.enum(OUTCOMES).optional().meta({ description: 'Of a full lesson' }),
    sector: z.enum(SECTORS).optional(),
    vendor: z.string().optional().meta({ description: 'Of an offering' }),
    sizeBand: z.enum(SIZE_BANDS).optional(),
    assigned: z.int().nonnegative(),
  })
  .meta({ id: 'QueueItem' });
export type QueueItem = z.infer<typeof queueItem>;

export const queue = z
  .strictObject({
    items: z.array(queueItem),
    counts: z
      .partialRecord(z.enum(STATES), z.int())
      .meta({ description: 'Of everything that the asker may see' }),
  })
  .meta({ id: 'Queue' });
export type Queue = z.infer<typeof queue>;

export const deskSubmission = z
  .strictObject({
    ...summary,
    round: z.int().positive(),
    slug: z.string().optional(),
    address: z.url().optional(),
    content: anyContent,
    record: z.union([caseStudy, offering]).optional().meta({
      description: 'The public page as it would read now; a short lesson has none before it is expanded',
    }),
    revisions: z.array(
      z.strictObject({
        number: z.int(),
        round: z.int(),
        author: z.string().meta({ description: '“Submitter”, or the name of a person of the desk' }),
        note: z.string().optional(),
        at: instant,
        content: anyContent,
      }),
    ),
    assigned: z.array(someone),
    available: z
      .array(someone.extend({ load: z.int() }))
      .meta({ description: 'Who could be asked to review, the least loaded first' }),
    missing: z
      .string()
      .optional()
      .meta({ description: 'Whom to invite, where the desk is too small for a rule' }),
    recommendations: z.array(
      z.strictObject({
        person: z.string(),
        mine: z.boolean(),
        revision: z.int(),
        verdict: z.enum(VERDICTS),
        note: z.string(),
        rubric: z.record(z.string(), z.number()).optional(),
        at: instant,
      }),
    ),
    hiddenRecommendations: z.int().meta({ description: 'Shown once one’s own is in' }),
    findings: z
      .array(
        identityFinding.extend({
          kept: z.strictObject({ reason: z.string(), by: z.string() }).optional(),
        }),
      )
      .meta({ description: 'What the re-identification check finds in the newest revision' }),
    requests: z.array(
      z.strictObject({ number: z.int(), request: z.string(), answer: z.string().optional() }),
    ),
    evidence: z.array(evidenceFile.extend({ addedAt: instant })),
    letters: z.array(
      z.strictObject({
        kind: z.enum(LETTER_KINDS),
        matter: z.string(),
        at: instant,
        state: z.enum(['queued', 'sent', 'failed']),
      }),
    ),
    events: z.array(
      z.strictObject({
        seq: z.int(),
        type: z.string(),
        actor: z.enum(ACTOR_KINDS),
        person: z.string().optional(),
        at: instant,
      }),
    ),
    actions: z.array(z.strictObject({ action: z.enum(ACTIONS), blockedBy: z.string().optional() })),
    mayReadContact: z.boolean(),
    hints: triageHints.optional().meta({ description: 'For editors, while the review has not begun' }),
  })
  .meta({ id: 'DeskSubmission' });
export type DeskSubmission = z.infer<typeof deskSubmission>;

export const deskContact = z
  .strictObject({
    name: z.string(),
    email: z.string(),
    organization: z.string(),
    lab: z
      .strictObject({ name: z.string(), email: z.string() })
      .optional()
      .meta({ description: 'Of an offering: who answers the questions of the lab' }),
  })
  .meta({ id: 'DeskContact' });
export type DeskContact = z.infer<typeof deskContact>;

/** The answer to every action: where the submission stands now. */
export const moved = z
  .strictObject({ id: z.uuid(), state: z.enum(STATES), revision: z.int(), live: z.enum(LIVES) })
  .meta({ id: 'Moved' });
export type Moved = z.infer<typeof moved>;
