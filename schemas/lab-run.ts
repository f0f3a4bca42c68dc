/** A run of a lab procedure with an offering: what was tried, what was seen, the verdict, and what the vendor says of it. */
import { z } from 'zod';
import { versionNumber } from './editorial.ts';
import { evidenceFile, MOST_FILES } from './evidence.ts';
import { LAB_VERDICTS, labStep } from './lab-test.ts';
import { sha256 } from './published.ts';
import { line, paragraphs, slug } from './text.ts';

/** What was seen at one step of the procedure. */
export const LAB_STEP_RESULTS = ['as_expected', 'otherwise', 'not_done'] as const;
export type LabStepResult = (typeof LAB_STEP_RESULTS)[number];
export const LAB_STEP_RESULT_LABELS = {
  as_expected: 'As expected',
  otherwise: 'Otherwise',
  not_done: 'Not done',
} as const satisfies Record<LabStepResult, string>;

/** Days that the vendor has for a statement, from when the results are sent. The run is published with it or without. */
export const STATEMENT_DAYS = 14;

const SAY_WHAT = 'Say what was seen instead, or why it was not done';
const seen = paragraphs(SAY_WHAT, 2_000).optional();
const outcome = { result: z.enum(LAB_STEP_RESULTS, { error: 'Say what was seen at this step' }), seen };
const isExplained = (one: { result: LabStepResult; seen?: string | undefined }) =>
  one.result === 'as_expected' || one.seen !== undefined;

export const labResult = z
  .strictObject({
    step: z.coerce
      .number({ error: 'Give the number of the step' })
      .int()
      .positive()
      .meta({ description: 'Its number in the procedure, counted from 1' }),
    ...outcome,
  })
  .refine(isExplained, { path: ['seen'], error: SAY_WHAT })
  .meta({ id: 'LabResult' });

/** A step as it stood in the procedure when it was tried, with what was seen: it can be read when the procedure has changed. */
export const triedStep = z
  .strictObject({ ...labStep.shape, ...outcome })
  .refine(isExplained, { path: ['seen'], error: SAY_WHAT })
  .meta({ id: 'TriedStep' });
export type TriedStep = z.infer<typeof triedStep>;

const verdict = z.enum(LAB_VERDICTS, { error: 'Choose the verdict' });
/** What a result is about: it says nothing of other versions, environments and days. */
const about = {
  productVersion: line('Give the version that was tried', 80),
  ranOn: z.iso.date({ error: 'Give the day on which it ended, like 2026-11-22' }),
  environment: paragraphs('Say what it was tried on: machines, systems, network', 2_000),
};
const summary = paragraphs('Say in a few sentences what was found', 2_000);

/** Like “run-log.csv”: as the file is stored, rebuilt and without metadata. It is never published itself. */
export const labFile = evidenceFile
  .pick({ name: true, type: true, bytes: true })
  .extend({
    sha256: sha256.meta({
      description: 'Of the bytes, by which whoever has the file can show that it is this one',
    }),
  })
  .meta({ id: 'LabFile' });
export type LabFile = z.infer<typeof labFile>;

/** A file of a run with what becomes of it beyond what is published. It is named even when the file itself was erased. */
const keptLabFile = labFile.extend({
  id: z.uuid(),
  deskOnly: z
    .boolean()
    .meta({ description: 'The vendor reads that there is such a file, and cannot download it' }),
});
export type KeptLabFile = z.infer<typeof keptLabFile>;

const fileIds = z.array(z.uuid()).max(MOST_FILES).default([]);
const isAmong = ({ files, deskOnly }: { files: string[]; deskOnly: string[] }) =>
  deskOnly.every((id) => files.includes(id));

/** The body of `POST /api/desk/submissions/{id}/lab-runs/{runId}`. */
export const labRecord = z
  .strictObject({
    procedureVersion: versionNumber.meta({ description: 'The version of the procedure that was followed' }),
    ...about,
    results: z
      .array(labResult, { error: 'Say what was seen at each step' })
      .min(1, 'Say what was seen at each step')
      .max(60)
      .meta({ description: 'Every step, in the order of the procedure' }),
    verdict,
    summary,
    files: fileIds.meta({
      description: 'Files of this run, among those that the desk added while the offering was in the lab',
    }),
    deskOnly: fileIds.meta({ description: 'Those of them that the vendor cannot download with the results' }),
  })
  .refine(isAmong, { path: ['deskOnly'], error: 'Choose it as a file of this run, too' })
  .meta({ id: 'LabRecord' });
export type LabRecord = z.infer<typeof labRecord>;

/** The body of `POST /api/submissions/{id}/lab-runs/{runId}/statement`. */
export const labStatement = z
  .strictObject({ statement: paragraphs('Write your statement', 2_000) })
  .meta({ id: 'LabStatement' });

const found = { verdict, ...about, results: z.array(triedStep).min(1), summary };
const tried = { procedureVersion: versionNumber, ...found };
const procedure = z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'Expected the id of a procedure');
const stay = z
  .int()
  .positive()
  .meta({ description: 'Which time the offering was in the lab, counted from 1' });
const statement = paragraphs('Write your statement', 2_000)
  .optional()
  .meta({ description: 'The vendor’s, word for word; absent where none came in time' });

/** One file of `lab-runs/`. It is written once and never changed, and names no person. */
export const publishedLabRun = z
  .strictObject({
    schemaVersion: z.literal(1),
    offering: slug,
    stay,
    procedure,
    ...tried,
    instructionsHash: sha256.meta({
      description:
        'SHA-256 of the RFC 8785 JSON of the `instructions` that the lab followed, in Unicode normalization form C',
    }),
    by: z.literal('lab').meta({ description: 'Who ran it: a kind of person, never a name' }),
    files: z.array(labFile).min(1).optional().meta({
      description: 'What the lab kept of the run; absent where it kept nothing. The files are not published',
    }),
    statement,
  })
  .meta({ id: 'PublishedLabRun' });
export type PublishedLabRun = z.infer<typeof publishedLabRun>;

const named = {
  id: z.uuid(),
  stay,
  procedure,
  title: z.string().meta({ description: 'Of the procedure' }),
};

/** A run as its vendor reads it, from when the results are sent. */
export const vendorLabRun = z
  .strictObject({
    ...named,
    ...tried,
    files: z.array(
      labFile.extend({
        id: z.uuid(),
        open: z.boolean().meta({ description: 'Whether the vendor can download it' }),
      }),
    ),
    statementDue: z.iso.date().meta({ description: 'The last day for a statement' }),
    mayState: z.boolean().meta({ description: 'Whether a statement can still be given' }),
    statement,
  })
  .meta({ id: 'VendorLabRun' });
export type VendorLabRun = z.infer<typeof vendorLabRun>;

/** A run as the desk reads it: assigned, or recorded too. */
export const deskLabRun = z
  .strictObject({
    ...named,
    procedureVersion: versionNumber,
    revision: z.int().positive().meta({ description: 'The revision that is tried' }),
    current: z.boolean().meta({ description: 'Of the stay in the lab that has not ended' }),
    withdrawn: z.boolean().meta({
      description:
        'The guide no longer has the procedure: what is run is its text as it was when it was assigned',
    }),
    assignedAt: z.iso.datetime(),
    recorded: z
      .strictObject({
        ...found,
        by: z.string(),
        at: z.iso.datetime(),
        files: z.array(
          keptLabFile.extend({ kept: z.boolean().meta({ description: 'Whether the file is still there' }) }),
        ),
      })
      .optional(),
    statementDue: z.iso.date().optional(),
    statement,
    published: z.boolean(),
  })
  .meta({ id: 'DeskLabRun' });
export type DeskLabRun = z.infer<typeof deskLabRun>;
