/** Offerings as search documents, by the sections of their pages. */
import type { Offering } from '#schemas/offering.ts';
import type { PublishedOffering } from '#schemas/published.ts';
import { CAPABILITY_LABELS, SCENARIO_LABELS } from '#schemas/vocabulary.ts';
import { offeringPath } from '#site/paths.ts';
import { offeringHeadings } from '#site/record/Offering.tsx';
import { offeringTitle } from '#site/record/offering-title.ts';
import type { SearchDocument } from './documents.ts';
import { plain, section, written } from './sections.ts';

export const offeringDocument = ({ slug, record }: PublishedOffering): SearchDocument => ({
  kind: 'offering',
  href: offeringPath(slug),
  about: `Offering of ${record.vendor}`,
  title: offeringTitle(record),
  summary: record.summary,
  sections: written([
    section('', '', [record.vendor, ...record.scenarios.map((scenario) => SCENARIO_LABELS[scenario])]),
    ...offeringHeadings(record).map(({ slug: part, text }) =>
      section(part, text, piecesOf(record)[part] ?? []),
    ),
  ]),
});

const piecesOf = ({ claims, limits, access, instructions, answers }: Offering): Record<string, string[]> => ({
  claims: claims.flatMap(({ capability, claim }) => [CAPABILITY_LABELS[capability], claim]),
  limits: [plain(limits)],
  access: [plain(access)],
  instructions: instructions.flatMap(({ title, prerequisites, configuration, verification, rollback }) =>
    [title, prerequisites, configuration, verification, rollback].map(plain),
  ),
  answers: Object.values(answers).map(plain),
});
