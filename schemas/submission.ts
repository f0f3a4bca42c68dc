/** What a submitter sends: the content with a release level per field, the contact, and consent. Never rendered in public as it is. */
import { z } from 'zod';
import { caseStudy } from './case-study.ts';
import { type OfferingContent, offeringContent } from './offering.ts';
import { line, paragraphs } from './text.ts';
import { SECTORS } from './vocabulary.ts';

const choice = <const T extends readonly [string, ...string[]]>(levels: T) =>
  z.enum(levels, { error: 'Choose who may see this' }).default(levels[0]);
const shownOrKept = ['public', 'reviewers_only', 'withheld'] as const;
const anyLevel = ['public', 'generalised', 'reviewers_only', 'withheld'] as const;

/**
 * Who may see a field. Title, summary, outcome, situation and lessons are the case itself and always public;
 * the organization is released by its attribution. What cannot be generalised by rule does not offer it.
 */
export const release = z
  .strictObject({
    period: choice(['public', 'generalised']).meta({ description: 'Generalised: years only' }),
    timeline: choice(anyLevel).meta({ description: 'Generalised: years, without notes' }),
    actions: choice(shownOrKept),
    result: choice(shownOrKept),
    vulnerabilities: choice(shownOrKept),
    technologies: choice(shownOrKept),
    postPatchActions: choice(shownOrKept),
    measures: choice(anyLevel).meta({ description: 'Generalised: orders of magnitude' }),
    sources: choice(shownOrKept),
  })
  .prefault({})
  .meta({ id: 'Release', description: 'Who may see each field' });
export type Release = z.infer<typeof release>;

export const lessonContent = z
  .strictObject({ ...caseStudy.shape, release }, { error: 'Tell the lesson' })
  .meta({ id: 'LessonContent', description: 'A case study and who may see each part of it' });
export type LessonContent = z.infer<typeof lessonContent>;

/** Two answers in two minutes, which reviewers expand together with the submitter. */
export const shortLesson = z
  .strictObject(
    {
      happened: paragraphs('Tell what happened', 2_000),
      differently: paragraphs('Tell what you would do differently', 2_000),
      sector: z.enum(SECTORS, { error: 'Choose a sector' }).optional(),
    },
    { error: 'Tell the lesson' },
  )
  .meta({ id: 'ShortLesson', description: 'A lesson as it is told in two minutes' });
export type ShortLesson = z.infer<typeof shortLesson>;

/** What a revision holds. `ShortLesson` can be read and expanded, and nothing else. */
export type Content = FullContent | ShortLesson;
export type FullContent = LessonContent | OfferingContent;
export const isShort = (content: Content): content is ShortLesson => 'happened' in content;
export const isOffering = (content: Content): content is OfferingContent => 'product' in content;
export const isLesson = (content: Content): content is LessonContent =>
  !isShort(content) && !isOffering(content);

const email = z
  .string({ error: 'Enter an e-mail address, like name@example.org' })
  .trim()
  .max(254, 'Use 254 characters or fewer')
  .pipe(z.email('Enter an e-mail address, like name@example.org'));

/** Stored apart, read by editors only, and each read leaves an event. Never published. */
export const contact = z
  .strictObject(
    {
      name: line('Enter your name, or what we should call you'),
      email,
      organization: line('Enter your organization, or “none” if you write for yourself').meta({
        description: 'Asked of everyone, only to keep reviewers with a conflict of interest away',
      }),
    },
    { error: 'Say how we reach you' },
  )
  .meta({ id: 'Contact' });
export type Contact = z.infer<typeof contact>;

export const CONSENT_VERSION = '2026-11';
export const LICENCE = 'CC-BY-4.0';

export const consent = z
  .strictObject(
    {
      publish: z.literal(true, {
        error: 'Tick to agree to publication under CC BY 4.0, once you have signed off the text',
      }),
      authority: z.literal(true, { error: 'Tick to confirm that you may share this' }),
      textVersion: z.literal(CONSENT_VERSION, {
        error: 'The consent text has changed: reload the form and read it again',
      }),
    },
    { error: 'Read what you agree to, and agree to it' },
  )
  .meta({ id: 'Consent', description: 'What the submitter agreed to, and which version of the text' });

/** Of an offering also somebody who answers the questions of the lab. Editors pass it on when the tests begin. */
export const offeringContact = contact
  .extend({
    lab: z.strictObject(
      { name: line('Enter the name of somebody who can answer the lab'), email },
      { error: 'Say who can answer the questions of the lab' },
    ),
  })
  .meta({ id: 'OfferingContact' });

const WHAT = 'Choose what you are sending: a lesson or an offering';
const WHICH_FORM = 'Choose a form: full or short';
/** What tells the forms apart. A lesson that names no form is a full one. */
export const FULL_LESSON = { kind: z.literal('lesson'), form: z.literal('full').optional() } as const;
export const SHORT_LESSON = { kind: z.literal('lesson'), form: z.literal('short') } as const;
export const OFFERING = { kind: z.literal('offering') } as const;

/** The body of `POST /api/submissions`. */
export const submission = z
  .discriminatedUnion(
    'kind',
    [
      z.discriminatedUnion(
        'form',
        [
          z.strictObject({ ...FULL_LESSON, contact, consent, content: lessonContent }),
          z.strictObject({ ...SHORT_LESSON, contact, consent, content: shortLesson }),
        ],
        { error: WHICH_FORM },
      ),
      z.strictObject({ ...OFFERING, contact: offeringContact, consent, content: offeringContent }),
    ],
    { error: WHAT },
  )
  .meta({ id: 'Submission' });
export type Submission = z.infer<typeof submission>;
export type SubmissionInput = z.input<typeof submission>;

/** The proof that something was received: an Ed25519 signature over the other fields (RFC 8785 JSON). */
export const receipt = z
  .strictObject({
    reference: z.string().meta({ description: 'The name of the submission in letters, like PC-7F3K-29QX' }),
    receivedAt: z.iso.datetime(),
    digest: z
      .string()
      .meta({ description: 'SHA-256 of the nonce and the RFC 8785 JSON of the submission, in hex' }),
    key: z.string().meta({ description: 'SHA-256 fingerprint of the signing key, in hex' }),
    signature: z.string().meta({ description: 'Ed25519, base64url' }),
  })
  .meta({ id: 'Receipt' });
export type Receipt = z.infer<typeof receipt>;

export const submitted = z
  .strictObject({
    id: z.uuid(),
    token: z
      .string()
      .meta({ description: 'The secret code: eight words. Send it as `Authorization: Bearer`. Shown once.' }),
    state: z.literal('unconfirmed'),
    receipt,
    nonce: z
      .string()
      .meta({ description: 'Keep it with your copy of the submission to prove what was sent. Shown once.' }),
  })
  .meta({ id: 'Submitted' });
export type Submitted = z.infer<typeof submitted>;
