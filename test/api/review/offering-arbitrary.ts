/** Offerings of any shape that the form takes, for properties. Each is parsed with the schema of the form. */
import fc from 'fast-check';
import { type OfferingContent, offeringContent } from '#schemas/offering.ts';
import { SUPPLIER_QUESTIONS } from '#schemas/question.ts';
import { CAPABILITIES, SCENARIOS } from '#schemas/vocabulary.ts';
import { lines } from './lesson-arbitrary.ts';

const paragraphs = fc
  .array(lines, { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join('\n\n'))
  .filter((text) => offeringContent.shape.limits.safeParse(text).success);
const version = fc.constantFrom('4.2', '2026.3', '1e3', 'as of November 2026');
const ids = fc.constantFrom('routine-deploy-rings', 'a', 'asset-scan-planted');
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

export const offerings: fc.Arbitrary<OfferingContent> = fc
  .record({
    vendor: lines,
    product: lines,
    version,
    summary: lines,
    claims: fc.array(
      fc.record({ capability: fc.constantFrom(...CAPABILITIES), requirement: maybe(ids), claim: lines }),
      { minLength: 1, maxLength: 3 },
    ),
    scenarios: fc.uniqueArray(fc.constantFrom(...SCENARIOS), { minLength: 1, maxLength: 3 }),
    roles: fc.uniqueArray(fc.constantFrom('on-premises-enterprise/deployer', 'a/b'), { maxLength: 2 }),
    limits: paragraphs,
    access: paragraphs,
    instructions: fc.array(
      fc.record({
        title: lines,
        prerequisites: maybe(paragraphs),
        configuration: paragraphs,
        verification: paragraphs,
        rollback: paragraphs,
      }),
      { minLength: 1, maxLength: 3 },
    ),
    answers: fc.record(
      Object.fromEntries(SUPPLIER_QUESTIONS.map((id) => [id, paragraphs])) as Record<
        (typeof SUPPLIER_QUESTIONS)[number],
        typeof paragraphs
      >,
    ),
    release: fc.record({ access: fc.constantFrom('reviewers_only', 'public') }),
  })
  // As JSON has it: what is absent is no key.
  .map((content) => offeringContent.parse(JSON.parse(JSON.stringify(content))));
