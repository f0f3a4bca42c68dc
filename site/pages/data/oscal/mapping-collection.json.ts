/** CSF 2.0 and SP 800-53, joined by the steps, as an OSCAL mapping collection. */
import type { APIRoute } from 'astro';
import { openControlMap } from '#site/oscal/load.ts';
import { mappingCollectionOf } from '#site/oscal/mapping.ts';

export const GET: APIRoute = async ({ site, url }) => {
  const { map, notes, day } = await openControlMap();
  return Response.json(mappingCollectionOf(map, day, notes.label, new URL('/', site ?? url)));
};
