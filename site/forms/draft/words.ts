/** What a draft holds, in words: for a reader who compares two versions or comments on one. */
import {
  ENVIRONMENT_LABELS,
  MILESTONE_LABELS,
  OUTCOME_LABELS,
  RELEASE_LEVEL_LABELS,
  SECTOR_LABELS,
  SIZE_BAND_LABELS,
  STEP_EFFECT_LABELS,
  STEP_USE_LABELS,
} from '#schemas/vocabulary.ts';

/** The fields that steps own, as their questions call them. */
const FIELD_LABELS: Record<string, string> = {
  'content.title': 'Title',
  'content.summary': 'Summary',
  'content.outcome': 'How it turned out',
  'content.period': 'When it happened',
  'content.situation': 'The situation',
  'content.actions': 'What you did',
  'content.result': 'How it ended',
  'content.timeline': 'Timeline',
  'content.lessons': 'Lessons',
  'content.vulnerabilities': 'Vulnerabilities',
  'content.technologies': 'Products and technologies',
  'content.postPatchActions': 'Work that remained after patching',
  'content.measures': 'Figures',
  'content.sources': 'Public sources',
  'content.organization': 'Your organization, as readers see it',
  'content.release': 'Who may see each part',
  'content.happened': 'What happened',
  'content.differently': 'What you would do differently',
  'content.sector': 'Sector',
  contact: 'How we reach you',
  consent: 'Consent',
};
export const fieldLabel = (name: string): string => FIELD_LABELS[name] ?? name;

const CODES: Record<string, string> = {
  ...OUTCOME_LABELS,
  ...SECTOR_LABELS,
  ...SIZE_BAND_LABELS,
  ...ENVIRONMENT_LABELS,
  ...MILESTONE_LABELS,
  ...STEP_USE_LABELS,
  ...STEP_EFFECT_LABELS,
  ...RELEASE_LEVEL_LABELS,
};

/** Every text in an answer, a line each, with codes as their labels. */
export function linesOf(value: unknown): string[] {
  if (typeof value === 'string') return [Object.hasOwn(CODES, value) ? (CODES[value] ?? value) : value];
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(linesOf);
  return [];
}
