/** A draft: any subset of a form, kept as it was typed. Derived from the schema of the form, so that the list is written once. */
import { z } from 'zod';
import { lessonContent } from './submission.ts';

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
  if (schema instanceof z.ZodLiteral && schema.value === true) return z.boolean();
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
