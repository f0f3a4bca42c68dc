/** The controls that patching helps to meet, as an OSCAL profile. */
import type { APIRoute } from 'astro';
import { namedControls } from '#site/oscal/control-map.ts';
import { openControlMap } from '#site/oscal/load.ts';
import { profileOf } from '#site/oscal/profile.ts';

export const GET: APIRoute = async () => {
  const { map, catalogs, notes, day } = await openControlMap();
  return Response.json(profileOf(namedControls(map, catalogs.sp80053), day, notes.label));
};
