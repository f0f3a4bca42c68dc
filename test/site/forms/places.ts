/** Every place of a form's body, by its schema. */
import { z } from 'zod';

type JsonSchema = {
  $ref?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  maxItems?: number;
  maxLength?: number;
  oneOf?: JsonSchema[];
  anyOf?: JsonSchema[];
  $defs?: Record<string, JsonSchema>;
};
export type Place = { path: string; schema: JsonSchema; required: boolean };

/** Every place of the body that can hold a value or a list, with 0 for each index. */
export function placesOf(body: z.ZodType, io: 'input' | 'output'): Place[] {
  const root = z.toJSONSchema(body, { io, unrepresentable: 'any' }) as JsonSchema;
  const resolve = (schema: JsonSchema): JsonSchema =>
    schema.$ref ? resolve(root.$defs?.[schema.$ref.split('/').at(-1) ?? ''] ?? {}) : schema;
  const walk = (unresolved: JsonSchema, path: string, required: boolean): Place[] => {
    const schema = resolve(unresolved);
    const options = schema.oneOf ?? schema.anyOf;
    if (options) return options.flatMap((option) => walk(option, path, required));
    if (schema.properties)
      return Object.entries(schema.properties).flatMap(([key, field]) =>
        walk(field, path === '' ? key : `${path}.${key}`, required && (schema.required ?? []).includes(key)),
      );
    const here = { path, schema, required };
    return schema.items ? [here, ...walk(schema.items, `${path}.0`, required)] : [here];
  };
  const places = walk(root, '', true);
  return [...new Map(places.map((place) => [place.path, place])).values()];
}
