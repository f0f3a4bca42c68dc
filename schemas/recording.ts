/** A lesson that an editor records for somebody who told it by e-mail or in an interview. */
import { z } from 'zod';
import { evidenceFile, MOST_FILES } from './evidence.ts';
import { CONSENT_VERSION, contact, lessonContent, shortLesson } from './submission.ts';
import { paragraphs } from './text.ts';
import { RECORDING_WAYS, STATES } from './workflow.ts';

/** Bytes of a message as it is uploaded, with its attachments: about what mail servers pass on. */
export const MOST_MAIL_BYTES = 25 * 1024 * 1024;

const way = z.enum(RECORDING_WAYS, { error: 'Choose how it reached you' });
const receivedOn = z.iso.date({ error: 'Enter the day on which you heard it, like 2026-11-22' });
const consented = paragraphs('Say who agreed, when, and to what', 1_000);

const how = {
  way,
  receivedOn,
  consent: z.strictObject(
    {
      words: consented.meta({ description: 'Who agreed, when, and to what. The source reads it too' }),
      publish: z.literal(true, {
        error: 'Tick that they agreed to publication under CC BY 4.0, once they have signed off the text',
      }),
      textVersion: z.literal(CONSENT_VERSION, {
        error: 'The consent text has changed: reload the page and read it again',
      }),
    },
    { error: 'Say what the source agreed to' },
  ),
  contact: contact.meta({ description: 'Of the source, who confirms by mail and signs' }),
  attachments: z.array(z.int().nonnegative()).max(MOST_FILES).default([]).meta({
    description: 'Which attachments of `mail` become evidence, by the numbers that reading it gave',
  }),
};

/** The field `recording` of the form that is sent to `POST /api/desk/recordings`. */
export const recording = z
  .discriminatedUnion(
    'form',
    [
      z.strictObject({ ...how, form: z.literal('full'), content: lessonContent }),
      z.strictObject({ ...how, form: z.literal('short'), content: shortLesson }),
    ],
    { error: 'Choose a form: full or short' },
  )
  .meta({ id: 'Recording' });
export type Recording = z.infer<typeof recording>;

/** What an uploaded message holds, without headers, HTML and anything that a program added. */
export const mailRead = z
  .strictObject({
    text: z.string().meta({ description: 'Its plain text' }),
    attachments: z.array(
      z.strictObject({ number: z.int().nonnegative(), name: z.string(), bytes: z.int().nonnegative() }),
    ),
  })
  .meta({ id: 'MailRead' });
export type MailRead = z.infer<typeof mailRead>;

export const recorded = z
  .strictObject({
    reference: z.string(),
    evidence: z.array(evidenceFile),
    refused: z
      .array(z.strictObject({ name: z.string(), message: z.string() }))
      .meta({ description: 'Files that were not taken, and why. The lesson is recorded without them' }),
  })
  .meta({ id: 'Recorded' });
export type Recorded = z.infer<typeof recorded>;

/** How a lesson came, as editors and its source read it. */
export const recordedHow = z
  .strictObject({ way, receivedOn: z.iso.date(), consent: z.string() })
  .meta({ id: 'RecordedHow' });
export type RecordedHow = z.infer<typeof recordedHow>;

/** What one person recorded, and whether its source has confirmed it. */
export const ownRecording = z
  .strictObject({
    id: z.uuid(),
    reference: z.string(),
    way,
    receivedOn: z.iso.date(),
    state: z.enum(STATES),
  })
  .meta({ id: 'OwnRecording' });
export type OwnRecording = z.infer<typeof ownRecording>;

/** So often the address of one source can be corrected: each time a letter goes to whoever reads mail there. */
export const MOST_CORRECTIONS = 3;

/** The address of a source, where the one that was typed first was wrong. */
export const correctedAddress = z
  .strictObject({ email: contact.shape.email })
  .meta({ id: 'CorrectedAddress' });
export type CorrectedAddress = z.infer<typeof correctedAddress>;
