/**
 * CSF 2.0 and SP 800-53 joined by our steps, as an OSCAL mapping collection: one entry for each step that names both.
 * An entry says that the two sets meet in what the step does, and not that one covers the other.
 */
import { stepIdPath } from '#site/paths.ts';
import { uuidOf } from '#site/uuid.ts';
import type { MappedStep } from './control-map.ts';
import { CSF_CATALOG, identified, metadataOf, SP80053_CATALOG } from './document.ts';

/** `site` is the address of the site's root; `day` is that of the last change; `label` says whose the mapping is. */
export function mappingCollectionOf(map: readonly MappedStep[], day: string, label: string, site: URL) {
  const joined = map.filter(({ csf, sp80053 }) => csf.length > 0 && sp80053.length > 0);
  return {
    'mapping-collection': identified('mapping-collection', {
      metadata: metadataOf('Patch Commons: CSF 2.0 and SP 800-53 by the steps of patching', day, label),
      provenance: {
        method: 'human',
        'matching-rationale': 'functional',
        status: 'draft',
        'mapping-description': label,
      },
      mappings: [
        {
          uuid: uuidOf('oscal/mapping/csf-2.0/sp800-53'),
          'source-resource': { type: 'catalog', href: CSF_CATALOG },
          'target-resource': { type: 'catalog', href: SP80053_CATALOG },
          maps: joined.map((step) => entryOf(step, site)),
        },
      ],
    }),
  };
}

const entryOf = ({ step, name, csf, sp80053 }: MappedStep, site: URL) => ({
  uuid: uuidOf(`oscal/map/${step}`),
  relationship: 'intersects-with',
  sources: csf.map(({ id }) => ({ type: 'control', 'id-ref': id })),
  targets: sp80053.map(({ id }) => ({ type: 'control', 'id-ref': id })),
  links: [{ href: new URL(stepIdPath(step), site).href, rel: 'reference', text: name }],
  remarks: `Both are served by the step “${name}”.`,
});
