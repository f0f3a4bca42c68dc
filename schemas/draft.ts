/** A draft: any subset of a form, kept as it was typed. Derived from the schema of the form, so that the list is written once. */
import { z } from 'zod';
import { consent, contact, lessonContent, shortLesson, submitted } from './submission.ts';

const MAX_TEXT = 20_000;
const MAX_ROWS = 100;

/**
 * The same shape with nothing required and nothing judged but kind and size.
 * Unknown keys are still refused. A union becomes an object that may hold the fields of every alternative.
 */
function subsetOf(schema: z.core.$ZodType): z.ZodType {
  if (schema instanceof z.ZodObject) {
    const shape = Object.entries(schema.shape).map(([key, field]) => [
      key,
      subsetOf(field as z.ZodType).optional(),
    ]);
    return z.strictObject(Object.fromEntries(shape));
  }
  if (schema instanceof z.ZodArray) return z.array(subsetOf(schema.element)).max(MAX_ROWS);
  if (schema instanceof z.ZodUnion) return subsetOfUnion(schema.options);
  if (schema instanceof z.ZodPipe) return subsetOf(schema.in);
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodNullable
  )
    return subsetOf(schema.unwrap());
  // A box that was ticked, as JSON says it or as a form does.
  if (schema instanceof z.ZodLiteral && schema.value === true) return z.union([z.boolean(), z.literal('on')]);
  return z.string().max(MAX_TEXT, `Use ${MAX_TEXT} characters or fewer`);
}

function subsetOfUnion(options: readonly z.core.$ZodType[]): z.ZodType {
  const shapes = options.filter((option) => option instanceof z.ZodObject).map((option) => option.shape);
  return subsetOf(z.strictObject(Object.assign({}, ...shapes)));
}

export const lessonDraft = subsetOf(lessonContent).meta({
  id: 'LessonDraft',
  description: 'Any subset of a lesson, kept as it was typed',
});

/** A lesson as it is being typed: every field may be absent, and every leaf is text. */
export type DraftOf<T> = T extends readonly (infer Row)[]
  ? DraftOf<Row>[]
  : T extends object
    ? { [Key in T extends unknown ? keyof T : never]?: DraftOf<T[Key]> }
    : T extends boolean
      ? boolean
      : string;
export type LessonDraft = DraftOf<z.input<typeof lessonContent>>;

/** `full`: every question, a step at a time. `short`: two questions, which reviewers expand together with the submitter. */
export const FORMS = ['full', 'short'] as const;
export type FormName = (typeof FORMS)[number];

/** What somebody says of one field while a draft is cleared inside an organization. It never leaves the draft. */
export const clearanceNote = z
  .strictObject({
    field: z.string().max(60).meta({ description: 'Like `content.title`' }),
    note: z.string().max(4_000, 'Use 4,000 characters or fewer'),
  })
  .meta({ id: 'ClearanceNote' });

/** Any subset of the body of `POST /api/submissions`, and what colleagues say of it. */
export const draftValues = z
  .strictObject({
    kind: z.literal('lesson', { error: 'Choose what you are writing: a lesson' }),
    form: z.enum(FORMS, { error: 'Choose a form: full or short' }).default('full'),
    content: subsetOfUnion([lessonContent, shortLesson]).optional(),
    contact: subsetOf(contact).optional(),
    consent: subsetOf(consent).optional(),
    notes: z.array(clearanceNote).max(MAX_ROWS).optional(),
  })
  .meta({ id: 'DraftValues', description: 'Any subset of a submission, kept as it was typed' });
export type DraftValues = z.infer<typeof draftValues>;

/** A draft as a file, for those who must clear it and are not to have its code. Uploaded again, the draft goes on from it. */
export const clearancePack = z
  .strictObject({
    pack: z.literal(1, { error: 'This is no clearance pack: download one from the page of your draft' }),
    reference: z.string(),
    version: z.int().positive().meta({ description: 'The version of the draft that it was made from' }),
    savedAt: z.iso.datetime(),
    values: draftValues,
  })
  .meta({ id: 'ClearancePack' });
export type ClearancePack = z.infer<typeof clearancePack>;

const saved = {
  version: z.int().positive().meta({ description: 'Counted by one with each save; the ETag in quotes' }),
  savedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().meta({ description: 'When it lapses, unless it is saved again before' }),
};

export const draftSaved = z.strictObject({ id: z.uuid(), ...saved }).meta({ id: 'DraftSaved' });
export type DraftSaved = z.infer<typeof draftSaved>;

export const draft = z
  .strictObject({ id: z.uuid(), reference: z.string(), ...saved, values: draftValues })
  .meta({ id: 'Draft' });
export type Draft = z.infer<typeof draft>;

export const draftBegun = z
  .strictObject({
    id: z.uuid(),
    token: z.string().meta({
      description: 'The secret code: eight words. It opens the draft, and later the submission. Shown once.',
    }),
    ...saved,
  })
  .meta({ id: 'DraftBegun' });
export type DraftBegun = z.infer<typeof draftBegun>;

/** What sending a draft answers. The code is the one that the draft was opened with. */
export const draftSent = submitted.omit({ token: true }).meta({ id: 'DraftSent' });
export type DraftSent = z.infer<typeof draftSent>;
