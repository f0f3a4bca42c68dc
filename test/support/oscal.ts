/** NIST's JSON Schemas of OSCAL 1.2.1, compiled. */
import fs from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

const FOLDER = new URL('../fixtures/oscal-schema/', import.meta.url);

/** The check of one kind of document. Strict mode is off, since the schemas use keywords beside `$ref`. */
export function oscalSchema(kind: 'profile' | 'mapping' | 'component'): ValidateFunction {
  const ajv = new Ajv({ unicodeRegExp: true, strict: false, allErrors: true });
  addFormats.default(ajv);
  return ajv.compile(JSON.parse(fs.readFileSync(new URL(`oscal_${kind}_schema.json`, FOLDER), 'utf8')));
}

/** What the schema has against a document: one line each, none if it is valid. */
export function faultsOf(schema: ValidateFunction, document: unknown): string[] {
  schema(JSON.parse(JSON.stringify(document)));
  return (schema.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
