/** A lesson field by field as plain text, with how far each travels. Pure. */
import { type LessonContent, type Release, release } from '#schemas/submission.ts';
import { RELEASE_LEVEL_LABELS } from '#schemas/vocabulary.ts';
import { CASE_LABELS, caseText } from './case-texts.ts';
import { NOTHING_NAMED } from './named.ts';

type Field = keyof LessonContent;

const FIELD_LABELS = { ...CASE_LABELS, release: 'Who may see each part' } as const satisfies Record<
  Field,
  string
>;

// In the order of the form: the database keeps the keys of an object in an order of its own.
const RELEASED = (Object.keys(FIELD_LABELS) as Field[]).filter(
  (field): field is keyof Release => field in release.unwrap().shape,
);

/** A field in words; '' where it was not filled in. */
export const fieldText = (content: LessonContent, field: Field, named = NOTHING_NAMED): string =>
  field === 'release' ? releaseText(content.release) : caseText(content, field, named);

const releaseText = (levels: Release) =>
  RELEASED.map((part) => `${FIELD_LABELS[part]}: ${RELEASE_LEVEL_LABELS[levels[part]]}`).join('\n');

const ATTRIBUTION_WORDS = {
  named: 'Public: named',
  described: 'Public: described, not named',
  anonymous: 'Anonymous: sector and environments only',
} as const;

/** How far a field travels. The case itself is always public; the organization is released by its attribution. */
export function releaseWords({ release, organization }: LessonContent, field: Field): string {
  if (field === 'organization') return ATTRIBUTION_WORDS[organization.attribution];
  if (field === 'release') return 'Desk only';
  return RELEASE_LEVEL_LABELS[Object.hasOwn(release, field) ? release[field as keyof Release] : 'public'];
}

export const FIELDS = Object.keys(FIELD_LABELS) as Field[];
export const fieldLabel = (field: Field): string => FIELD_LABELS[field];
