/** The bodies of the workflow's actions, one schema an action. What belongs together is required together. */
import { z } from 'zod';
import { IDENTITY_KINDS } from './identity-finding.ts';
import { offeringContent } from './offering.ts';
import { rubric } from './rubric.ts';
import { FULL_LESSON, lessonContent, OFFERING, SHORT_LESSON, shortLesson } from './submission.ts';
import { line, paragraphs, slug } from './text.ts';
import { REASON_CODES, STATES } from './workflow.ts';

const personId = z.string({ error: 'Choose a person' }).min(1, 'Choose a person').max(64);
const reason = (ask: string) => paragraphs(ask, 2_000);
/** What the person was looking at. A newer revision or, where it is given, another state makes the decision stale (409). */
const seen = {
  revision: z.coerce.number({ error: 'Say which revision you decided on' }).int().positive(),
  state: z.enum(STATES, { error: 'Choose a state of the workflow' }).optional(),
};

/** A body says which kind of text it carries as a submission does: one that names none carries a lesson. */
const ofLesson = { ...FULL_LESSON, kind: FULL_LESSON.kind.optional() };
const ofShortLesson = { ...SHORT_LESSON, kind: SHORT_LESSON.kind.optional() };
const WHICH_KIND = { error: 'Say what the text is: a lesson or an offering' };
const WHICH_FORM = { error: 'Say which form the text has: full or short' };

const yesOrNo = (ask: string) => z.enum(['yes', 'no'], { error: ask });
/** Whether an offering answers the call, before two people spend their time on it. The three tests are those of the call. */
export const responsiveness = z
  .strictObject(
    {
      product: yesOrNo('Say whether it names a product that can be had, and its version'),
      requirement: yesOrNo('Say whether it addresses a requirement of the call'),
      contact: yesOrNo('Say whether somebody can answer the questions of the lab'),
    },
    { error: 'Say whether it answers the call' },
  )
  .meta({ id: 'Responsiveness' });
export type Responsiveness = z.infer<typeof responsiveness>;

const saysWhatChanged = { note: reason('Say what you changed and why') };
const answeringRequests = {
  answers: z
    .array(
      z.strictObject({
        number: z.coerce.number().int().positive().max(10_000),
        answer: reason('Answer this request'),
      }),
    )
    .max(100),
};
const sayingWhatChanged = { changes: reason('Say what has changed') };

/** Words that the re-identification check found, and why they may stay. */
export const keptFinding = z
  .strictObject({
    kind: z.enum(IDENTITY_KINDS),
    text: z.string().min(1).max(8_000),
    reason: reason('Say why these words may stay'),
  })
  .meta({ id: 'KeptFinding' });
export type KeptFinding = z.infer<typeof keptFinding>;

/** The letter to the submitter as somebody edited it before it goes. */
const edited = {
  matter: paragraphs('Write the letter', 60_000)
    .optional()
    .meta({ description: 'In place of the wording of the letter; without it the wording stands' }),
  wording: z.string().max(64).optional().meta({
    description: 'The wording that was read: refused where the letter would be worded otherwise now',
  }),
};

const versionChanges = line('Say in a sentence or two what this version changes', 500).meta({
  description: 'Required where an earlier version is public: readers see it beside both',
});

/** Verdicts that judge the text, and so score it. */
const JUDGED = z.literal(['publish', 'change', 'decline']);

/** What people at the desk send to `POST /api/desk/submissions/{id}/{action}`. */
export const deskActions = {
  triage: z.strictObject({
    ...seen,
    reviewers: z.array(personId).min(2, 'Assign at least two reviewers').max(6),
    responsiveness: responsiveness.optional().meta({ description: 'Of an offering; required there' }),
    ...edited,
  }),
  assign: z.strictObject({ ...seen, person: personId }),
  unassign: z.strictObject({
    ...seen,
    person: personId,
    reason: reason('Say why')
      .optional()
      .meta({ description: 'Required of somebody who steps down; shown to editors' }),
  }),
  recommend: z.discriminatedUnion(
    'verdict',
    [
      z.strictObject({ ...seen, verdict: JUDGED, note: reason('Give your reasons'), rubric }),
      z.strictObject({ ...seen, verdict: z.literal('abstain'), note: reason('Say why you abstain') }),
    ],
    { error: 'Choose what you recommend' },
  ),
  revise: z.discriminatedUnion(
    'kind',
    [
      z.strictObject({ ...ofLesson, ...seen, content: lessonContent, ...saysWhatChanged }),
      z.strictObject({ ...OFFERING, ...seen, content: offeringContent, ...saysWhatChanged }),
    ],
    WHICH_KIND,
  ),
  declare_conflict: z.strictObject(seen),
  request_changes: z.strictObject({
    ...seen,
    requests: z.array(reason('Say what should change')).min(1, 'Make at least one request').max(20),
    ...edited,
  }),
  send_to_lab: z.strictObject({
    ...seen,
    procedures: z
      .array(z.string().max(80), { error: 'Choose at least one procedure' })
      .min(1, 'Choose at least one procedure')
      .max(60)
      .meta({ description: 'Ids of lab procedures that try what the offering claims' }),
    note: reason('Tell the lab what to do'),
    ...edited,
  }),
  finish_lab: z.strictObject({ ...seen, note: reason('Say what the lab found'), ...edited }),
  approve: z.strictObject({ ...seen, slug, changes: versionChanges.optional(), ...edited }),
  return: z.strictObject({ ...seen, reason: reason('Give the reason'), ...edited }),
  correct: z.strictObject({
    ...seen,
    reason: reason('Say what is wrong with the published text'),
    ...edited,
  }),
  decline: z.strictObject({
    ...seen,
    code: z.enum(REASON_CODES, { error: 'Choose a reason' }),
    message: reason('Explain the reason to the submitter'),
    repair: reason('Say what would make it publishable'),
    ...edited,
  }),
  retire: z.strictObject({ ...seen, reason: line('Give a reason that readers will see', 300), ...edited }),
} as const;
export type DeskAction = keyof typeof deskActions;
export type DeskInput<Name extends DeskAction> = z.infer<(typeof deskActions)[Name]>;

/**
 * Decisions with a letter to the submitter, which can be read and edited before it goes: those of the workflow that tell the
 * submitter. An editor can prepare them to be released later.
 */
export const LETTERED = [
  'triage',
  'approve',
  'decline',
  'return',
  'request_changes',
  'send_to_lab',
  'finish_lab',
  'correct',
  'retire',
] as const satisfies readonly DeskAction[];
export type Lettered = (typeof LETTERED)[number];
export const isLettered = (action: string): action is Lettered => LETTERED.some((one) => one === action);

/** What a submitter sends to `POST /api/submissions/{id}/{action}`. */
export const submitterActions = {
  confirm: z.strictObject({}),
  resubmit: z.discriminatedUnion(
    'kind',
    [
      z.discriminatedUnion(
        'form',
        [
          z.strictObject({ ...ofLesson, ...answeringRequests, content: lessonContent }),
          z.strictObject({ ...ofShortLesson, ...answeringRequests, content: shortLesson }),
        ],
        WHICH_FORM,
      ),
      z.strictObject({ ...OFFERING, ...answeringRequests, content: offeringContent }),
    ],
    WHICH_KIND,
  ),
  sign: z.strictObject({
    contentHash: z.string({ error: 'Sign the text that is shown' }).length(64, 'Sign the text that is shown'),
  }),
  dispute: z.strictObject({ comment: reason('Say what should be different') }),
  correct: z.strictObject({ reason: reason('Say what is wrong with the published text') }),
  reopen: z.discriminatedUnion(
    'kind',
    [
      z.discriminatedUnion(
        'form',
        [
          z.strictObject({ ...ofLesson, ...sayingWhatChanged, content: lessonContent.optional() }),
          z.strictObject({ ...ofShortLesson, ...sayingWhatChanged, content: shortLesson.optional() }),
        ],
        WHICH_FORM,
      ),
      z.strictObject({ ...OFFERING, ...sayingWhatChanged, content: offeringContent.optional() }),
    ],
    WHICH_KIND,
  ),
  withdraw: z.strictObject({}),
  resume: z.strictObject({}),
  retire: z.strictObject({ reason: line('Give a reason that readers will see', 300) }),
} as const;
export type SubmitterAction = keyof typeof submitterActions;
export type SubmitterInput<Name extends SubmitterAction> = z.infer<(typeof submitterActions)[Name]>;
