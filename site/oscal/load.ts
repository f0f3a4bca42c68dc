/** Opens what the OSCAL documents are made of: the map of steps to controls, its label, and when it last changed. */

import type { CollectionEntry } from 'astro:content';
import { getEntry } from 'astro:content';
import { openLibrary } from '#site/library.ts';
import type { Catalogs, MappedStep } from './control-map.ts';
import { mapSteps } from './control-map.ts';

export type ControlMap = {
  map: MappedStep[];
  catalogs: Catalogs;
  notes: CollectionEntry<'controlNotes'>['data'];
  cis: CollectionEntry<'cis'>['data'];
  /** The day on which a process was last reviewed: `2026-11-22`. */
  day: string;
};

/** Throws where a step names a control that is not in `content/controls/`. */
export async function openControlMap(): Promise<ControlMap> {
  const [{ processes }, csf, nist, notes, cis] = await Promise.all([
    openLibrary(),
    getEntry('csf', 'controls/csf-2.0.json'),
    getEntry('nistControls', 'controls/sp800-53.json'),
    getEntry('controlNotes', 'controls/notes.yaml'),
    getEntry('cis', 'controls/cis-8.1.yaml'),
  ]);
  if (!csf || !nist || !notes || !cis) throw new Error('content/controls/ is not complete');
  const catalogs = { csf: csf.data.nodes, sp80053: nist.data.controls };
  const days = processes.map(({ data }) => data.reviewedOn).toSorted();
  return {
    map: mapSteps(processes, catalogs),
    catalogs,
    notes: notes.data,
    cis: cis.data,
    day: days.at(-1) ?? '',
  };
}
