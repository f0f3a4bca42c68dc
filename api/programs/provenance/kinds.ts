/** Tells published files of one kind from those of another. */
import { STORED_NAMES } from '#schemas/build-provenance.ts';
import { STORED_FOLDERS, type StoredKind } from '#schemas/published.ts';

export const STORED_KINDS = Object.keys(STORED_FOLDERS) as StoredKind[];

/** By where a file is among the records, like `lab-runs/lathe-1-isolation-scan.yaml`; nothing where no file is called so. */
export const kindOfFile = (file: string): StoredKind | undefined =>
  STORED_KINDS.find((kind) => STORED_NAMES[kind].test(file));

/** A key that no file of another kind has at its beginning of a line. */
const SAYS: readonly (readonly [StoredKind, RegExp])[] = [
  ['lab_run', /^procedureVersion:/m],
  ['comment', /^(?:adjudicatedOn|withdrawnOn):/m],
  ['offering', /^ {2}product:/m],
];

/** By the folder that it is in, or else by what it says. */
export const kindOf = (folder: string, text: string): StoredKind =>
  STORED_KINDS.find((kind) => STORED_FOLDERS[kind] === folder) ??
  SAYS.find(([, key]) => key.test(text))?.[0] ??
  'lesson';
