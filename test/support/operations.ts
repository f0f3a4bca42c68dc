/** Every operation that `/api/openapi.json` describes, and the smallest body that its schema takes. */
import type { z } from 'zod';

type JsonSchema = z.core.JSONSchema.BaseSchema;
type Described = {
  parameters?: readonly { in: string; name: string; schema?: JsonSchema }[];
  requestBody?: { content: Readonly<Record<string, { schema?: JsonSchema }>> };
};
export type OpenApi = {
  paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  components?: { schemas?: Readonly<Record<string, JsonSchema>> };
};

type Parameter = { name: string; schema: JsonSchema };
export type Operation = {
  /** Like `POST /api/people/{id}/invitation`. */
  name: string;
  method: string;
  path: string;
  /** Names in braces that its path holds, and its query. */
  inPath: readonly Parameter[];
  query: readonly Parameter[];
  /** Of a JSON body; absent where none is described. */
  body: JsonSchema | undefined;
  isMultipart: boolean;
};

export const operationsOf = ({ paths }: OpenApi): Operation[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody }]) => {
      const content = requestBody?.content ?? {};
      const body = content['application/json']?.schema;
      return {
        name: `${method.toUpperCase()} ${path}`,
        method: method.toUpperCase(),
        path,
        inPath: placed(parameters, 'path'),
        query: placed(parameters, 'query'),
        body,
        isMultipart: body === undefined && 'multipart/form-data' in content,
      };
    }),
  );

const placed = (parameters: NonNullable<Described['parameters']>, wanted: string): Parameter[] =>
  parameters.flatMap(({ in: place, name, schema = {} }) => (place === wanted ? [{ name, schema }] : []));

const SOMEBODY = 'somebody@nowhere.example';

/** The smallest value of a schema: required fields, first choices. Every id in it is `id`. */
export function smallest(schema: JsonSchema, described: OpenApi, id: string): unknown {
  const inner = (one: z.core.JSONSchema._JSONSchema) =>
    typeof one === 'boolean' ? one : smallest(one, described, id);
  if (schema.$ref) return inner(described.components?.schemas?.[schema.$ref.split('/').at(-1) ?? ''] ?? {});
  if (schema.const !== undefined) return schema.const;
  if (schema.default !== undefined) return schema.default;
  if (schema.enum) return schema.enum[0];
  const [choice] = schema.oneOf ?? schema.anyOf ?? schema.allOf ?? [];
  if (choice) return inner(choice);
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((key) => [
          key,
          key === 'email' ? SOMEBODY : inner(schema.properties?.[key] ?? {}),
        ]),
      );
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => inner(itemOf(schema)));
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, 1);
    case 'boolean':
      return true;
    default:
      return textOf(schema, id);
  }
}

function itemOf({ items }: JsonSchema): JsonSchema {
  return typeof items === 'object' && !Array.isArray(items) ? items : {};
}

function textOf({ format, minLength = 0 }: JsonSchema, id: string): string {
  if (format === 'uuid') return id;
  if (format === 'email') return SOMEBODY;
  if (format === 'date') return '2026-11-02';
  if (format === 'date-time') return '2026-11-22T12:00:00.000Z';
  return 'sample'.padEnd(minLength, 's');
}
