/** The controls of SP 800-53 that patching helps to meet, as an OSCAL profile. */
import type { NistControl } from '#schemas/control-map.ts';
import { identified, metadataOf, SP80053_CATALOG } from './document.ts';

/** `controls` are those that steps name; `day` is that of the last change; `label` says whose the selection is. */
export const profileOf = (controls: readonly NistControl[], day: string, label: string) => ({
  profile: identified('profile', {
    metadata: metadataOf('Patch Commons: controls that patch management helps to meet', day, label),
    imports: [{ href: SP80053_CATALOG, 'include-controls': [{ 'with-ids': controls.map(({ id }) => id) }] }],
    merge: { 'as-is': true },
  }),
});
