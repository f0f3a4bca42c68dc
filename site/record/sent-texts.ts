/** What a revision says, field by field as plain text, whichever kind it is of. Pure. */
import { type Content, isOffering, isShort, type ShortLesson } from '#schemas/submission.ts';
import { SECTOR_LABELS } from '#schemas/vocabulary.ts';
import { FIELDS, fieldLabel, fieldText, releaseWords } from './lesson-texts.ts';
import { NOTHING_NAMED } from './named.ts';
import { OFFERING_LABELS, offeringReleaseWords, offeringText } from './sent-offering-texts.ts';

/** `text` is '' where the field was not filled in. `release` says how far it travels. */
export type FieldText = { name: string; label: string; text: string; release: string };

/** In the order of the form. */
export function fieldTexts(content: Content, named = NOTHING_NAMED): FieldText[] {
  if (isShort(content)) return shortTexts(content);
  if (isOffering(content))
    return (Object.keys(OFFERING_LABELS) as (keyof typeof OFFERING_LABELS)[]).map((name) => ({
      name,
      label: OFFERING_LABELS[name],
      text: offeringText(content, name, named),
      release: offeringReleaseWords(content, name),
    }));
  return FIELDS.map((name) => ({
    name,
    label: fieldLabel(name),
    text: fieldText(content, name, named),
    release: releaseWords(content, name),
  }));
}

const shortTexts = ({ happened, differently, sector }: ShortLesson): FieldText[] =>
  [
    { name: 'happened', label: 'What happened', text: happened },
    { name: 'differently', label: 'What they would do differently', text: differently },
    { name: 'sector', label: 'Sector', text: sector ? SECTOR_LABELS[sector] : '' },
  ].map((field) => ({ ...field, release: 'Not public before it is expanded' }));
