/** An offering field by field as plain text, for reading it whole and for comparing two of them. Pure. */
import type { Offering } from '#schemas/offering.ts';
import { SUPPLIER_QUESTIONS } from '#schemas/question.ts';
import { CAPABILITY_LABELS, SCENARIO_LABELS, SCENARIOS } from '#schemas/vocabulary.ts';
import { type Named, NOTHING_NAMED, placeName, questionWords, requirementName } from './named.ts';

type Field = keyof Offering;
type Claim = Offering['claims'][number];
type Step = Offering['instructions'][number];

export const OFFERING_LABELS = {
  vendor: 'Vendor',
  product: 'Product',
  version: 'Version',
  summary: 'Summary',
  claims: 'Claims',
  scenarios: 'Scenarios',
  roles: 'Places in the architectures',
  limits: 'What it does not do',
  access: 'How to get it',
  instructions: 'Instructions',
  answers: 'The eight questions',
} as const satisfies Record<Field, string>;

const claimText = ({ capability, claim, requirement }: Claim, named: Named) =>
  `${CAPABILITY_LABELS[capability]}: ${claim}${requirement ? ` (addresses ${requirementName(named, requirement)})` : ''}`;

const stepText = ({ title, prerequisites, configuration, verification, rollback }: Step, index: number) =>
  [
    `${index + 1}. ${title}`,
    ...(prerequisites ? [`Before: ${prerequisites}`] : []),
    `Do: ${configuration}`,
    `See that it worked: ${verification}`,
    `Go back: ${rollback}`,
  ].join('\n');

const asIs = (text: string) => text;
const TEXTS: { [Name in Field]: (value: NonNullable<Offering[Name]>, named: Named) => string } = {
  vendor: asIs,
  product: asIs,
  version: asIs,
  summary: asIs,
  claims: (rows, named) => rows.map((row) => claimText(row, named)).join('\n'),
  scenarios: (rows) =>
    SCENARIOS.filter((one) => rows.includes(one))
      .map((one) => SCENARIO_LABELS[one])
      .join('\n'),
  roles: (rows, named) => rows.map((row) => placeName(named, row)).join('\n'),
  limits: asIs,
  access: asIs,
  instructions: (rows) => rows.map(stepText).join('\n\n'),
  answers: (answers, named) =>
    SUPPLIER_QUESTIONS.map((id) => `${questionWords(named, id)} ${answers[id]}`).join('\n\n'),
};

/** A field in words; '' where it was not filled in. */
export function offeringText<Name extends Field>(
  record: Offering,
  field: Name,
  named = NOTHING_NAMED,
): string {
  const value = record[field];
  return value === undefined ? '' : TEXTS[field](value, named);
}
