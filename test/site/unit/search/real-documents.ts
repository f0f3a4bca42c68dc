/** Documents of this repository that can be read without a build: the glossary, processes and steps, maintenance groups. */
import { parse } from 'yaml';
import { glossary } from '#schemas/glossary.ts';
import { maintenanceGroups } from '#schemas/maintenance-group.ts';
import type { SearchDocument } from '#site/search/documents.ts';
import { groupDocument, termDocument } from '#site/search/entry-documents.ts';
import { processDocuments } from '#site/search/process-documents.ts';
import { readContent, readProcesses } from '#test/support/content.ts';

export const readGlossary = () => glossary.parse(parse(readContent('glossary.yaml')));

export const realDocuments = (): SearchDocument[] => [
  ...readGlossary().map(termDocument),
  ...readProcesses().flatMap(processDocuments),
  ...maintenanceGroups.parse(parse(readContent('maintenance-groups.yaml'))).groups.map(groupDocument),
];
