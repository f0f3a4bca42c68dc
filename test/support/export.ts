/** Published records as an outsider holds them: files of every kind, and the `provenance.json` that lists them. Invented. */
import fs from 'node:fs';
import path from 'node:path';
import { kindOfFile } from '#api/programs/provenance/kinds.ts';
import { renderComment, renderLabRun, renderPublished, renderTombstone } from '#api/publishing/record.ts';
import { type HeldFile, sha256, verifyFile } from '#api/publishing/verify-record.ts';
import type { BuildProvenance } from '#schemas/build-provenance.ts';
import { caseOf, chainOf, SUBMITTED } from '#test/site/unit/cases.ts';
import { DEPLOY, runOf } from './lab.ts';
import { offeringOf } from './offering.ts';

const again = chainOf(
  ['confirm', 'submitter'],
  ['recommend', 'reviewer'],
  ['recommend', 'editor'],
  ['correct', 'submitter'],
  ['recommend', 'reviewer'],
);
const CORRECTED = { ...SUBMITTED, rounds: 3, changes: 'Names the readers.', events: again };

/** What the lab kept of the run. */
export const LOG = 'Nothing came.';

/** By file. */
export const EXPORTED: Readonly<Record<string, string>> = {
  'case-studies/by-editors.yaml': renderPublished(caseOf('by-editors')),
  'case-studies/taken-back.retired.yaml': renderTombstone({
    schemaVersion: 1,
    slug: 'taken-back',
    retiredOn: '2026-12',
    reason: 'Its submitter asked for it',
  }),
  'case-studies/two-rings.v1.yaml': renderPublished(caseOf('two-rings', {}, SUBMITTED)),
  'case-studies/two-rings.v2.yaml': renderPublished(
    caseOf('two-rings', { technologies: ['Label printers', 'Badge readers'] }, CORRECTED, 2),
  ),
  'comments/guide-b.v0.9.c2.yaml': renderComment({
    schemaVersion: 1,
    text: 'guide/b',
    version: '0.9',
    number: 2,
    section: 'whole',
    sectionTitle: 'The whole text',
    type: 'general',
    comment: 'It speaks of one ring only.',
    rationale: 'We have three.',
    receivedOn: '2026-11',
    disposition: 'accepted',
    reason: 'True.',
    adjudicatedOn: '2026-12',
  }),
  [`lab-runs/sample-lathe-1-${DEPLOY}.yaml`]: renderLabRun(
    runOf('sample-lathe', DEPLOY, {
      files: [{ name: 'log.txt', type: 'text/plain', bytes: 13, sha256: sha256(Buffer.from(LOG)) }],
    }),
  ),
  'offerings/sample-lathe.v1.yaml': renderPublished(offeringOf('sample-lathe')),
};

export const held = (file: string, text: string): HeldFile => ({
  name: file,
  of: kindOfFile(file) ?? 'lesson',
  file,
  bytes: Buffer.from(text),
});

/** As a build lists these files, whatever their names. */
export const listOf = (
  files: Readonly<Record<string, string>> = EXPORTED,
  predecessor: string | null = null,
): BuildProvenance => ({
  schemaVersion: 1,
  builtOn: '2026-12-24',
  predecessor,
  records: Object.entries(files).map(([file, text]) => verifyFile(held(file, text)).fingerprint),
});

/** Write an export into `folder`: `files`, and a list that may be of others. */
export function writeExport(folder: string, files = EXPORTED, list = listOf(EXPORTED)): void {
  for (const [file, text] of Object.entries(files)) {
    fs.mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), text);
  }
  fs.writeFileSync(path.join(folder, 'provenance.json'), JSON.stringify(list));
}
