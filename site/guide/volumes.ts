/** The volumes of the guide, numbered, and what their pages need of the rest of the library. */
import { type CollectionEntry, getCollection } from 'astro:content';
import type { Volume, VolumeOutline } from '#schemas/guide.ts';
import { guideSectionPath, guideVolumePath } from '#site/paths.ts';
import { type NumberedSection, numberSections } from './outline.ts';

export type NumberedVolume = Omit<VolumeOutline, 'sections'> & { sections: NumberedSection[] };
export type LabTestEntry = CollectionEntry<'labTests'>;

/** Read as a whole by those in a hurry, so its sections stand on one page. The others have a page for each section. */
const ON_ONE_PAGE: Volume = 'a';
export const isOnOnePage = ({ volume }: Pick<VolumeOutline, 'volume'>) => volume === ON_ONE_PAGE;

export async function openVolumes(): Promise<NumberedVolume[]> {
  const volumes = (await getCollection('volumes')).map(({ data }) => data);
  return volumes
    .toSorted((a, b) => a.volume.localeCompare(b.volume))
    .map((volume) => ({ ...volume, sections: numberSections(volume.sections) }));
}

/** Where a section of the first level is read. */
export const sectionHref = (
  { volume }: Pick<VolumeOutline, 'volume'>,
  { id }: Pick<NumberedSection, 'id'>,
) => (isOnOnePage({ volume }) ? `${guideVolumePath(volume)}#${id}` : guideSectionPath(volume, id));

/** Lab procedures in the order of their scenarios and capabilities, as files are named. */
export const openLabTests = async (): Promise<LabTestEntry[]> =>
  (await getCollection('labTests')).toSorted((a, b) => a.id.localeCompare(b.id));
