/** Collections that hold one file, which is one thing and not a list. */
import { type CollectionEntry, getCollection } from 'astro:content';

type Single =
  | 'offeringTemplate'
  | 'call'
  | 'maintenanceGroups'
  | 'measures'
  | 'programme'
  | 'regimes'
  | 'beliefAndRecord'
  | 'csf'
  | 'nistControls'
  | 'crosswalk'
  | 'cis'
  | 'controlNotes'
  | 'supplierQuestions';

/** Throws where the file is missing: pages that print it cannot do without. */
export async function readSingle<Name extends Single>(name: Name): Promise<CollectionEntry<Name>['data']> {
  const [entry] = await getCollection(name);
  if (!entry) throw new Error(`The collection ${name} is empty: look for its file in site/content.config.ts`);
  return entry.data;
}
