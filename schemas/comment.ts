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

/** What an editor answers. */
export const adjudication = z
  .strictObject({
    disposition: z.enum(DISPOSITIONS, { error: 'Choose what becomes of it' }),
    reason: paragraphs('Give the reason, for everybody to read', 2_000),
  })
  .meta({ id: 'Adjudication' });
export type Adjudication = z.infer<typeof adjudication>;

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'Expected a month, like 2026-11');

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
  })
  .meta({ id: 'PublishedComment' });
export type PublishedComment = z.infer<typeof publishedComment>;

const instant = z.iso.datetime();

/** A comment as the desk reads it. Nothing of who sent it is in it. */
export const deskComment = z
  .strictObject({
    id: z.uuid(),
    text: textId,
    title: z.string(),
    version,
    sectionTitle: z.string(),
    ...said,
    state: z.enum(COMMENT_STATES),
    at: instant,
    number: z.int().positive().optional(),
    adjudicated: adjudication.extend({ by: z.string(), at: instant }).optional(),
  })
  .meta({ id: 'DeskComment' });
export type DeskComment = z.infer<typeof deskComment>;

export const commentSent = z
  .strictObject({ id: z.uuid(), state: z.literal('unconfirmed') })
  .meta({ id: 'CommentSent' });
