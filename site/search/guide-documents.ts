/** The guide as search documents: volumes, their sections, and lab procedures. */
import { CAPABILITY_LABELS, SCENARIO_LABELS } from '#schemas/vocabulary.ts';
import type { NumberedSection } from '#site/guide/outline.ts';
import { type LabTestEntry, type NumberedVolume, sectionHref } from '#site/guide/volumes.ts';
import { guideVolumePath, labTestPath } from '#site/paths.ts';
import type { DocumentSection, SearchDocument } from './documents.ts';
import { plain, section, written } from './sections.ts';

/** A volume, and each of its sections of the first level. What a section includes is found where it belongs. */
export const volumeDocuments = (volume: NumberedVolume): SearchDocument[] => [
  {
    kind: 'guide',
    href: guideVolumePath(volume.volume),
    about: 'The guide',
    title: volume.subtitle,
    summary: volume.summary,
    sections: [section('', '', [volume.title, volume.audience, ...volume.keywords])],
  },
  ...volume.sections.map((part) => ({
    kind: 'guide' as const,
    href: sectionHref(volume, part),
    about: volume.subtitle,
    title: part.heading,
    summary: '',
    sections: written([section('', '', [plain(part.prose)]), ...part.sections.flatMap(below)]),
  })),
];

const below = ({ id, heading, prose, sections }: NumberedSection): DocumentSection[] => [
  section(id, heading, [plain(prose)]),
  ...sections.flatMap(below),
];

export const procedureDocument = ({ id, data }: LabTestEntry): SearchDocument => ({
  kind: 'procedure',
  href: labTestPath(id),
  about: `Lab procedure: ${CAPABILITY_LABELS[data.capability].toLowerCase()}, ${SCENARIO_LABELS[data.scenario].toLowerCase()}`,
  title: data.title,
  summary: data.purpose,
  sections: written([
    section('', '', [
      data.safety,
      ...data.preconditions,
      ...data.steps.flatMap((step) => [step.do, step.expect]),
      ...data.record,
      ...Object.values(data.verdicts),
    ]),
  ]),
});
