/**
 * A question that people bring, with a short answer and the evidence for it. Front matter of an MDX file.
 * Barriers and supplier questions are lists of their own, so that pages, forms and the guide print the same rows.
 */
import { z } from 'zod';
import { id, reference, refuseTwins, text, versionNumber } from './editorial.ts';
import { slug, stepId } from './text.ts';

/** The eight questions of SP 800-40r4 section 3.7, in the order of that section. Offerings answer by these ids. */
export const SUPPLIER_QUESTIONS = [
  'updates',
  'cadence',
  'support-years',
  'schedule',
  'disclosure',
  'interim-mitigation',
  'restart',
  'testing-and-rollback',
] as const;
export type SupplierQuestion = (typeof SUPPLIER_QUESTIONS)[number];

export const evidence = z
  .strictObject({
    says: text.meta({ description: 'The statement. With a secondary source it names who reports it' }),
    sources: z.array(reference).min(1),
  })
  .meta({ id: 'Evidence' });
export type Evidence = z.infer<typeof evidence>;

export const question = z
  .strictObject({
    question: text,
    order: z.int().positive(),
    summary: text.max(300),
    shortAnswer: text.max(900).meta({ description: 'What somebody in a hurry may take away. Plain text' }),
    evidence: z.array(evidence).min(1),
    steps: z.array(stepId).min(1).meta({ description: 'Steps of the reference processes that do it' }),
    cases: z.array(slug).meta({ description: 'Case studies that bear on it' }),
    version: versionNumber,
    reviewedOn: z.iso.date(),
  })
  .meta({ id: 'Question' });
export type Question = z.infer<typeof question>;

/** One reason why a patch is not applied, and what takes it away. */
export const barrier = z
  .strictObject({
    id,
    barrier: text.meta({ description: 'The reason, as the person who has it would say it' }),
    right: text.meta({ description: 'In what it is right' }),
    helps: z
      .array(
        z.strictObject({ does: text, steps: z.array(stepId).default([]), cases: z.array(slug).default([]) }),
      )
      .min(1),
  })
  .meta({ id: 'Barrier' });
export type Barrier = z.infer<typeof barrier>;

export const barriers = z
  .strictObject({
    basis: text.meta({ description: 'Whose list this is' }),
    barriers: z.array(barrier).min(1),
  })
  .superRefine(({ barriers }, context) => refuseTwins(context, barriers, 'barriers', (row) => row.id))
  .meta({ id: 'Barriers' });

export const supplierQuestion = z
  .strictObject({
    id: z.enum(SUPPLIER_QUESTIONS),
    asks: text,
    why: text,
    goodAnswer: text,
    warning: text.meta({ description: 'An answer that should make you ask again' }),
  })
  .meta({ id: 'SupplierQuestion' });

export const supplierQuestions = z
  .strictObject({
    basis: text,
    source: reference,
    questions: z.array(supplierQuestion).length(SUPPLIER_QUESTIONS.length),
  })
  .superRefine(({ questions }, context) =>
    refuseTwins(context, questions, 'supplier questions', (row) => row.id),
  )
  .meta({ id: 'SupplierQuestions' });
