import { expect, test } from 'vitest';
import { jsonSchema, SCHEMAS, type SchemaName } from '#site/json-schemas.ts';

const address = new URL('https://patches.example.org/data/schemas/x.json');

test.each(Object.keys(SCHEMAS) as SchemaName[])('%s is a JSON Schema 2020-12 that stands alone', (name) => {
  const schema = jsonSchema(name, address);
  expect(schema).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: address.href,
    title: SCHEMAS[name].title,
  });
  const text = JSON.stringify(schema);
  const referred = [...text.matchAll(/"\$ref":"#\/\$defs\/([^"]+)"/g)].map((match) => match[1] ?? '');
  expect(referred.filter((id) => !Object.hasOwn((schema['$defs'] ?? {}) as object, id))).toEqual([]);
});

test('what may be sent can leave out what has a default; what is published has all of it', () => {
  const required = (name: SchemaName, id: string) =>
    (jsonSchema(name, address)['$defs'] as Record<string, { required: string[] }>)[id]?.required;
  expect(required('submission', 'LessonContent')).not.toContain('timeline');
  expect(required('case-study', 'CaseStudy')).toContain('timeline');
});
