/** An offering field by field as plain text. Pure. */
import type { OfferingContent } from '#schemas/offering.ts';
import { SUPPLIER_QUESTIONS } from '#schemas/question.ts';
import { CAPABILITY_LABELS, RELEASE_LEVEL_LABELS, SCENARIO_LABELS } from '#schemas/vocabulary.ts';

type Field = keyof OfferingContent;
type Claim = OfferingContent['claims'][number];
type Step = OfferingContent['instructions'][number];

export const OFFERING_LABELS = {
  vendor: 'Vendor',
  product: 'Product',
  version: 'Version',
  summary: 'Summary',
  claims: 'Claims',
  scenarios: 'Scenarios',
  roles: 'Places in the architectures',
  limits: 'What it does not do',
  access: 'How the lab gets it',
  instructions: 'Instructions',
  answers: 'The eight questions',
  release: 'Who may see how to get it',
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
const TEXTS: { [Name in Field]: (value: OfferingContent[Name]) => string } = {
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
  release: ({ access }) => RELEASE_LEVEL_LABELS[access],
};

export const offeringText = <Name extends Field>(content: OfferingContent, field: Name): string =>
  TEXTS[field](content[field]);

export function offeringReleaseWords({ release }: OfferingContent, field: Field): string {
  if (field === 'release') return 'Desk only';
  return RELEASE_LEVEL_LABELS[field === 'access' ? release.access : 'public'];
}
