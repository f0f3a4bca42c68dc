/** Opens the files of the search for the pages that print them: all that can be found, counted once a build. */
import { getCollection } from 'astro:content';
import { openLabTests, openVolumes } from '#site/guide/volumes.ts';
import { openLibrary } from '#site/library.ts';
import { readSingle } from '#site/single.ts';
import { buildSearch, type SearchFiles } from './build.ts';
import { caseDocument } from './case-documents.ts';
import type { SearchDocument } from './documents.ts';
import { callDocument, groupDocument, termDocument } from './entry-documents.ts';
import { procedureDocument, volumeDocuments } from './guide-documents.ts';
import { namesOf } from './names.ts';
import { offeringDocument } from './offering-documents.ts';
import { architectureDocument, processDocuments, questionDocument } from './process-documents.ts';

let files: Promise<SearchFiles> | undefined;

/** Once a build, since each part is a file of its own; again for each request while writing. */
export function openSearchFiles(): Promise<SearchFiles> {
  if (import.meta.env.DEV) return makeFiles();
  files ??= makeFiles();
  return files;
}

const makeFiles = async () => {
  const glossary = (await getCollection('glossary')).map(({ data }) => data);
  return buildSearch([...(await readDocuments()), ...glossary.map(termDocument)], namesOf(glossary));
};

async function readDocuments(): Promise<SearchDocument[]> {
  const { cases, offerings, processes, questions, architectures } = await openLibrary();
  const { groups } = await readSingle('maintenanceGroups');
  return [
    ...cases.map(caseDocument),
    ...offerings.map(offeringDocument),
    ...processes.flatMap(processDocuments),
    ...questions.map(questionDocument),
    ...architectures.map(architectureDocument),
    ...(await openVolumes()).flatMap(volumeDocuments),
    ...(await openLabTests()).map(procedureDocument),
    ...groups.map(groupDocument),
    callDocument(await readSingle('call')),
  ];
}
