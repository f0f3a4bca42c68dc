/** The tables that can be downloaded, once: files, links and descriptions derive from this list. */
import type { Library } from '#site/library.ts';
import { claimsTable, labFilesTable, labRunsTable, offeringsTable } from './offerings.ts';
import { bearingsTable, casesTable, measuresTable } from './records.ts';
import { stepsTable } from './steps.ts';
import type { Table } from './table.ts';

type Source = Pick<Library, 'cases' | 'processes' | 'ledger' | 'offerings' | 'labRuns'>;

/** By file name. `site` is the address of the site's root. */
export const TABLES = {
  cases: {
    title: 'Cases',
    row: 'a case: who, where, when, what came of it, how far it was checked',
    of: ({ cases }, site) => casesTable(cases, site),
  },
  bearings: {
    title: 'Lessons and the steps they name',
    row: 'a step that a lesson names: whether it was done, and whether that helped',
    of: ({ cases }) => bearingsTable(cases),
  },
  measures: {
    title: 'Figures',
    row: 'a figure, with its source and date',
    of: ({ cases }) => measuresTable(cases),
  },
  steps: {
    title: 'Steps',
    row: 'a step of a process: actor, target, controls, and how many cases speak for and against it',
    of: ({ processes, ledger }) => stepsTable(processes, ledger),
  },
  products: {
    title: 'Products on offer',
    row: 'an offering: product, version, vendor, scenarios',
    of: ({ offerings }, site) => offeringsTable(offerings, site),
  },
  claims: {
    title: 'Claims',
    row: 'what a vendor claims of an offering, and the requirement of the call that it addresses',
    of: ({ offerings }) => claimsTable(offerings),
  },
  'lab-runs': {
    title: 'Runs of the lab',
    row: 'a run of a lab procedure with an offering: verdict, version, day, summary, the vendor’s statement',
    of: ({ labRuns }, site) => labRunsTable(labRuns, site),
  },
  'lab-files': {
    title: 'Files of runs of the lab',
    row: 'a file that the lab kept of a run: name, kind, size in bytes, SHA-256; not the file',
    of: ({ labRuns }) => labFilesTable(labRuns),
  },
} as const satisfies Record<
  string,
  { title: string; row: string; of: (library: Source, site: URL) => Table }
>;
export type TableName = keyof typeof TABLES;
export const TABLE_NAMES = Object.keys(TABLES) as TableName[];
