/** A public comment on a text that is open for comment: as it is sent, as an editor answers it, and as it is published. */
import { z } from 'zod';
import { versionNumber } from './editorial.ts';
import { contact } from './submission.ts';
import { line, paragraphs } from './text.ts';

export const COMMENT_TYPES = ['general', 'editorial', 'technical'] as const;
export type CommentType = (typeof COMMENT_TYPES)[number];
export const COMMENT_TYPE_LABELS = {
  general: 'General',
  editorial: 'Editorial: wording, order, mistakes of language',
  technical: 'Technical: what it says is wrong, unclear or missing',
} as const satisfies Record<CommentType, string>;

/** What becomes of a comment. */
export const DISPOSITIONS = ['accepted', 'partly', 'declined', 'noted'] as const;
export type Disposition = (typeof DISPOSITIONS)[number];
export const DISPOSITION_LABELS = {
  accepted: 'Accepted',
  partly: 'Accepted in part',
  declined: 'Declined',
  noted: 'Noted',
} as const satisfies Record<Disposition, string>;

export const COMMENT_STATES = ['unconfirmed', 'received', 'adjudicated', 'published'] as const;
export type CommentState = (typeof COMMENT_STATES)[number];

/** Where the texts stand that can be commented on: the first part of a text’s name. */
export const COMMENT_ROOMS = ['processes', 'architectures', 'guide'] as const;
export type CommentRoom = (typeof COMMENT_ROOMS)[number];

/** `processes/emergency-patching`, `guide/b`. */
export const textId = z
  .string({ error: 'Choose the text' })
  .max(100)
  .regex(new RegExp(`^(${COMMENT_ROOMS.join('|')})/[a-z0-9]+(-[a-z0-9]+)*$`), 'Choose the text');

/** The section that stands for all of them. */
export const WHOLE_TEXT = 'whole';
const section = z
  .string({ error: 'Choose the section' })
  .max(100)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Choose the section');

const version = versionNumber.meta({ description: 'The version that was read' });
const said = {
  section: section.meta({ description: `Its id in the text, or “${WHOLE_TEXT}”` }),
  type: z.enum(COMMENT_TYPES, { error: 'Choose what kind of comment it is' }),
  comment: paragraphs('Write your comment', 4_000),
  rationale: paragraphs('Say why', 2_000),
  suggestion: paragraphs('Say what it should say instead', 2_000).optional(),
  shownAs: line('Enter the name to print', 80)
    .optional()
    .meta({ description: 'Printed with the comment; without it the comment is anonymous' }),
};

/** The body of `POST /api/comments`, in the order in which the form asks. */
export const newComment = z
  .strictObject({
    text: textId,
    version,
    ...said,
    contact: contact
      .pick({ email: true, organization: true })
      .meta({ description: 'Never published. The address is confirmed before anybody reads the comment' }),
    publish: z.literal(true, {
      error: 'Tick to agree that the comment is published with what became of it, under CC BY 4.0',
    }),
  })
  .meta({ id: 'NewComment' });
export type NewComment = z.infer<typeof newComment>;

/** What its writer may change of a comment until it is answered. */
const { section: _, ...words } = said;
export const amendment = z.strictObject(words).meta({ id: 'CommentAmendment' });
export type Amendment = z.infer<typeof amendment>;

/** What an editor answers. */
export const adjudication = z
  .strictObject({
    disposition: z.enum(DISPOSITIONS, { error: 'Choose what becomes of it' }),
    reason: paragraphs('Give the reason, for everybody to read', 2_000),
  })
  .meta({ id: 'Adjudication' });
export type Adjudication = z.infer<typeof adjudication>;

/** What the desk sends: the answer, and which words it answers, since their writer may change them meanwhile. */
export const answer = adjudication
  .extend({ revision: z.int('Say which revision of the comment this answers').positive() })
  .meta({ id: 'CommentAnswer' });
export type Answer = z.infer<typeof answer>;

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'Expected a month, like 2026-11');

/** An answer that was taken back for a better one. */
export const earlierAnswer = adjudication.extend({ adjudicatedOn: month }).meta({ id: 'EarlierAnswer' });
export type EarlierAnswer = z.infer<typeof earlierAnswer>;

/** One file of `comments/`. It is written once and never changed. */
export const publishedComment = z
  .strictObject({
    schemaVersion: z.literal(1),
    text: textId,
    version,
    number: z
      .int()
      .positive()
      .meta({ description: 'Counted for each version of a text, as they are answered' }),
    sectionTitle: z.string().min(1).meta({ description: 'As it was called in that version' }),
    ...said,
    receivedOn: month,
    ...adjudication.shape,
    adjudicatedOn: month,
    earlier: z
      .array(earlierAnswer)
      .min(1)
      .optional()
      .meta({ description: 'Answers before this one, which were corrected, the first before all' }),
  })
  .meta({ id: 'PublishedComment' });
export type PublishedComment = z.infer<typeof publishedComment>;

/** What takes the place of the file of a comment that its writer withdrew. */
export const withdrawnComment = z
  .strictObject({
    schemaVersion: z.literal(1),
    text: textId,
    version,
    number: z.int().positive(),
    withdrawnOn: month,
  })
  .meta({ id: 'WithdrawnComment' });
export type WithdrawnComment = z.infer<typeof withdrawnComment>;

/** What a file of `comments/` holds. */
export const commentRecord = z.union([publishedComment, withdrawnComment]);
export type CommentRecord = z.infer<typeof commentRecord>;
export const isWithdrawn = (record: CommentRecord): record is WithdrawnComment => 'withdrawnOn' in record;

const instant = z.iso.datetime();

/** What both its writer and the desk read of a comment. */
const shownComment = z.object({
  text: textId,
  title: z.string(),
  version,
  sectionTitle: z.string(),
  ...said,
  state: z.enum(COMMENT_STATES),
  number: z.int().positive().optional(),
});
export type ShownComment = z.infer<typeof shownComment>;

/** A comment as the desk reads it. Nothing of who sent it is in it. */
export const deskComment = z
  .strictObject({
    id: z.uuid(),
    ...shownComment.shape,
    at: instant,
    revision: z.int().positive().meta({ description: 'Above 1 where its writer has changed it' }),
    adjudicated: adjudication.extend({ by: z.string(), at: instant }).optional(),
    earlier: z
      .array(earlierAnswer)
      .meta({ description: 'Answers that were corrected, the first before all' }),
  })
  .meta({ id: 'DeskComment' });
export type DeskComment = z.infer<typeof deskComment>;

/** A comment as its writer reads it behind their code. */
export const ownComment = z
  .strictObject({
    ...shownComment.shape,
    sentOn: z.iso.date(),
    adjudicated: adjudication.optional(),
    mayAmend: z.boolean().meta({ description: 'Until it is answered' }),
  })
  .meta({ id: 'OwnComment' });
export type OwnComment = z.infer<typeof ownComment>;

export const commentSent = z
  .strictObject({ id: z.uuid(), state: z.literal('unconfirmed') })
  .meta({ id: 'CommentSent' });
