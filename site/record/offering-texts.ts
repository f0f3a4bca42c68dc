/** An offering field by field as plain text, for reading it whole and for comparing two of them. Pure. */
import type { Offering } from '#schemas/offering.ts';
import { SUPPLIER_QUESTIONS } from '#schemas/question.ts';
import { CAPABILITY_LABELS, SCENARIO_LABELS } from '#schemas/vocabulary.ts';

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

const claimText = ({ capability, claim, requirement }: Claim) =>
  `${CAPABILITY_LABELS[capability]}: ${claim}${requirement ? ` (addresses ${requirement})` : ''}`;

const stepText = ({ title, prerequisites, configuration, verification, rollback }: Step, index: number) =>
  [
    `${index + 1}. ${title}`,
    ...(prerequisites ? [`Before: ${prerequisites}`] : []),
    `Do: ${configuration}`,
    `See that it worked: ${verification}`,
    `Go back: ${rollback}`,
  ].join('\n');

const asIs = (text: string) => text;
const TEXTS: { [Name in Field]: (value: NonNullable<Offering[Name]>) => string } = {
  vendor: asIs,
  product: asIs,
  version: asIs,
  summary: asIs,
  claims: (rows) => rows.map(claimText).join('\n'),
  scenarios: (rows) => rows.map((one) => SCENARIO_LABELS[one]).join('\n'),
  roles: (rows) => rows.join('\n'),
  limits: asIs,
  access: asIs,
  instructions: (rows) => rows.map(stepText).join('\n\n'),
  answers: (answers) => SUPPLIER_QUESTIONS.map((id) => `${id}: ${answers[id]}`).join('\n\n'),
};

/** A field in words; '' where it was not filled in. */
export function offeringText<Name extends Field>(record: Offering, field: Name): string {
  const value = record[field];
  return value === undefined ? '' : TEXTS[field](value);
}
