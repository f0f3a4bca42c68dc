/** The shapes of all data that goes in and out, as JSON Schema 2020-12, made from the very schemas that are in force. */
import { z } from 'zod';
import { buildProvenance } from '#schemas/build-provenance.ts';
import { caseStudy } from '#schemas/case-study.ts';
import { lessonDraft } from '#schemas/draft.ts';
import { publishedLabRun } from '#schemas/lab-run.ts';
import { offering, offeringContent } from '#schemas/offering.ts';
import { problem } from '#schemas/problem.ts';
import { process as processSchema } from '#schemas/process.ts';
import { publishedCase, publishedOffering, tombstone } from '#schemas/published.ts';
import { receipt, submission } from '#schemas/submission.ts';

/** By file name. `in`: what may be sent, where defaults may be left out. `out`: what is published, with all of them. */
export const SCHEMAS = {
  'lesson-draft': { title: 'A lesson that is being written', schema: lessonDraft, way: 'in' },
  submission: { title: 'A submission, as sent to the API', schema: submission, way: 'in' },
  receipt: { title: 'The receipt of a submission', schema: receipt, way: 'out' },
  'case-study': { title: 'A case study', schema: caseStudy, way: 'out' },
  'published-case-study': { title: 'A published file', schema: publishedCase, way: 'out' },
  'offering-file': {
    title: 'An offering, as its form takes and gives it',
    schema: offeringContent,
    way: 'in',
  },
  offering: { title: 'An offering', schema: offering, way: 'out' },
  'published-offering': { title: 'The published file of an offering', schema: publishedOffering, way: 'out' },
  'published-lab-run': {
    title: 'The published file of a run of the lab',
    schema: publishedLabRun,
    way: 'out',
  },
  tombstone: { title: 'The notice of a retired case or offering', schema: tombstone, way: 'out' },
  provenance: { title: 'What a build of the site publishes', schema: buildProvenance, way: 'out' },
  process: { title: 'A reference process', schema: processSchema, way: 'out' },
  problem: { title: 'An error of the API (RFC 9457)', schema: problem, way: 'out' },
} as const satisfies Record<string, { title: string; schema: z.ZodType; way: 'in' | 'out' }>;
export type SchemaName = keyof typeof SCHEMAS;

/** One schema under the address at which it is published. Rules that JSON Schema cannot express are left to the API. */
export function jsonSchema(name: SchemaName, address: URL): Record<string, unknown> {
  const { title, schema, way } = SCHEMAS[name];
  const made = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io: way === 'in' ? 'input' : 'output',
    unrepresentable: 'any',
  });
  return { ...made, $id: address.href, title };
}
