/** An offering field by field as plain text, with how far each travels. Pure. */
import type { OfferingContent } from '#schemas/offering.ts';
import { RELEASE_LEVEL_LABELS } from '#schemas/vocabulary.ts';
import { NOTHING_NAMED } from './named.ts';
import { OFFERING_LABELS as PUBLIC_LABELS, offeringText as publicText } from './offering-texts.ts';

type Field = keyof OfferingContent;

export const OFFERING_LABELS = {
  ...PUBLIC_LABELS,
  access: 'How the lab gets it',
  release: 'Who may see how to get it',
} as const satisfies Record<Field, string>;

export const offeringText = (content: OfferingContent, field: Field, named = NOTHING_NAMED): string =>
  field === 'release' ? RELEASE_LEVEL_LABELS[content.release.access] : publicText(content, field, named);

export function offeringReleaseWords({ release }: OfferingContent, field: Field): string {
  if (field === 'release') return 'Desk only';
  return RELEASE_LEVEL_LABELS[field === 'access' ? release.access : 'public'];
}
