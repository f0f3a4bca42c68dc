/**
 * An offering: technology that a vendor brings, as the public record prints it, and what is told with it to the desk and
 * the lab alone. What the lab finds is not in it: runs stand beside an offering and are not signed by its vendor.
 */
import { z } from 'zod';
import { SUPPLIER_QUESTIONS, type SupplierQuestion } from './question.ts';
import { line, paragraphs } from './text.ts';
import { CAPABILITIES, SCENARIOS } from './vocabulary.ts';

const WORDS = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** A requirement of the call, by its id there. Whether the call has it is checked where the call is known. */
const requirementId = z.string({ error: 'Choose a requirement of the call' }).max(80).regex(WORDS, {
  error: 'Choose a requirement of the call',
});

/** `architecture/component`: the place that a product takes in a reference architecture. */
const roleId = z
  .string({ error: 'Choose a place in an architecture' })
  .max(160)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/, 'Choose a place in an architecture');

export const claim = z
  .strictObject({
    capability: z.enum(CAPABILITIES, { error: 'Choose what it does' }),
    claim: line('Say what you claim, in a sentence that a lab can try', 500),
    requirement: requirementId
      .optional()
      .meta({ description: 'The id of the requirement of the call that it addresses' }),
  })
  .meta({ id: 'Claim', description: 'One capability and what the vendor claims of it' });
export type Claim = z.infer<typeof claim>;

/** Written for a stranger who has the product and this text, and nobody to call. */
export const instruction = z
  .strictObject({
    title: line('Say what this step does', 120),
    prerequisites: paragraphs('List what must be there before', 2_000).optional(),
    configuration: paragraphs('Say what to do and what to set', 4_000),
    verification: paragraphs('Say how one sees that it worked', 2_000),
    rollback: paragraphs('Say how to go back', 2_000),
  })
  .meta({ id: 'Instruction', description: 'One step of an implementation. The texts are Markdown' });
export type Instruction = z.infer<typeof instruction>;

const answer = paragraphs('Answer this question', 2_000);
const byQuestion = Object.fromEntries(SUPPLIER_QUESTIONS.map((id) => [id, answer])) as Record<
  SupplierQuestion,
  typeof answer
>;
/** The eight questions of SP 800-40r4 section 3.7. */
export const answers = z
  .strictObject(byQuestion, { error: 'Answer the eight questions on updates' })
  .meta({ id: 'SupplierAnswers', description: 'Answers to the eight questions on software maintenance' });

export const offering = z
  .strictObject({
    vendor: line('Enter the name of the vendor'),
    product: line('Enter the name of the product'),
    version: line('Enter the version that the claims are about', 60),
    summary: line('Say in one or two sentences what it is', 300),
    claims: z
      .array(claim, { error: 'Give at least one capability with its claim' })
      .min(1, 'Give at least one capability with its claim')
      .max(20, 'Give at most 20 claims'),
    scenarios: z
      .array(z.enum(SCENARIOS, { error: 'Choose a scenario' }), { error: 'Choose at least one scenario' })
      .min(1, 'Choose at least one scenario')
      .max(SCENARIOS.length),
    roles: z
      .array(roleId)
      .max(12, 'Give at most 12 places')
      .default([])
      .meta({ description: 'Places in the reference architectures, as `architecture/component`' }),
    limits: paragraphs('Say what it does not do', 2_000).meta({
      description: 'Kinds of asset, sizes and situations for which a claim does not hold',
    }),
    access: paragraphs('Say how it can be had', 2_000)
      .optional()
      .meta({ description: 'How one gets it to try, if the vendor tells the public' }),
    instructions: z
      .array(instruction, { error: 'Give at least one step' })
      .min(1, 'Give at least one step')
      .max(30, 'Give at most 30 steps'),
    answers,
  })
  .meta({ id: 'Offering', description: 'The public record of an offering' });
export type Offering = z.infer<typeof offering>;

const offeringRelease = z
  .strictObject({
    access: z
      .enum(['reviewers_only', 'public'], { error: 'Choose who may see this' })
      .default('reviewers_only'),
  })
  .prefault({})
  .meta({ id: 'OfferingRelease', description: 'Who may see how the product can be had' });

/** Everything but how to get the product is public: that is what an offering is for. */
export const offeringContent = z
  .strictObject(
    {
      ...offering.shape,
      access: paragraphs('Say how the lab gets the product: licence, trial, hardware', 2_000),
      release: offeringRelease,
    },
    { error: 'Describe the offering' },
  )
  .meta({ id: 'OfferingContent', description: 'An offering, and how the lab gets the product' });
export type OfferingContent = z.infer<typeof offeringContent>;
