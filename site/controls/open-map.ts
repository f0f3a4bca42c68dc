/** The map of controls with all that it is made from. */
import { openLibrary } from '#site/library.ts';
import { readSingle } from '#site/single.ts';
import { mapControls } from './map.ts';

export async function openControlMap() {
  const { processes } = await openLibrary();
  const [csf, nist, cis, notes, crosswalk] = [
    await readSingle('csf'),
    await readSingle('nistControls'),
    await readSingle('cis'),
    await readSingle('controlNotes'),
    await readSingle('crosswalk'),
  ];
  const rows = mapControls(processes, { csf: csf.nodes, nist: nist.controls, cis: cis.safeguards });
  return { rows, csf, nist, cis, notes, crosswalk };
}
