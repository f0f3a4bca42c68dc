/** What the desk's calls answer. Nothing of a contact is in any of them but `deskContact`. */
import { z } from 'zod';
import { caseStudy } from './case-study.ts';
import { LETTERED } from './decisions.ts';
import { evidenceFile } from './evidence.ts';
import { identityFinding } from './identity-finding.ts';
import { deskLabRun } from './lab-run.ts';
import { labTest } from './lab-test.ts';
import { offering, offeringContent } from './offering.ts';
import { summary } from './queue.ts';
import { recordedHow } from './recording.ts';
import { scores } from './rubric.ts';
import { lessonContent, shortLesson } from './submission.ts';
import { triageHints } from './triage.ts';
import { CAPABILITIES, SCENARIOS } from './vocabulary.ts';
import { ACTIONS, ACTOR_KINDS, AUDIENCES, LETTER_KINDS, LIVES, STATES, VERDICTS } from './workflow.ts';

const instant = z.iso.datetime();
const anyContent = z.union([lessonContent, shortLesson, offeringContent]);
const someone = z.strictObject({ id: z.string(), name: z.string() });

const deskLab = z
  .strictObject({
    fitting: z
      .array(
        z.strictObject({
          id: z.string(),
          title: z.string(),
          scenario: z.enum(SCENARIOS),
          capability: z.enum(CAPABILITIES),
        }),
      )
      .meta({ description: 'Procedures that try what the offering claims' }),
    procedures: z
      .array(z.strictObject({ id: z.string(), ...labTest.shape }))
      .meta({ description: 'The texts of those that are run now' }),
    runs: z.array(deskLabRun).meta({ description: 'The newest stay in the lab first' }),
  })
  .meta({ id: 'DeskLab' });
export type DeskLab = z.infer<typeof deskLab>;

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
        rubric: scores.optional(),
        rubricVersion: z.string().optional(),
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
    remarks: z.array(
      z.strictObject({
        id: z.uuid(),
        person: z.string(),
        mine: z.boolean(),
        audience: z.enum(AUDIENCES),
        revision: z.int(),
        text: z.string(),
        at: instant,
      }),
    ),
    pending: z
      .strictObject({ action: z.enum(LETTERED), by: z.string(), at: instant })
      .optional()
      .meta({ description: 'For editors: the decision that is prepared and has no effect yet' }),
    evidence: z.array(evidenceFile.extend({ addedAt: instant })),
    recording: recordedHow
      .optional()
      .meta({ description: 'For editors, of a lesson that one of them wrote down: how it came' }),
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
        reason: z.string().optional().meta({ description: 'For editors: why somebody was taken off' }),
      }),
    ),
    actions: z.array(z.strictObject({ action: z.enum(ACTIONS), blockedBy: z.string().optional() })),
    mayReadContact: z.boolean(),
    lab: deskLab.optional().meta({ description: 'Of an offering' }),
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
