/** All offerings in one file, the newest version of each, what the lab found, and the notices of those that were retired. */
import type { APIRoute } from 'astro';
import { openLibrary } from '#site/library.ts';

export const GET: APIRoute = async () => {
  const { offerings, labRuns, retiredOfferings } = await openLibrary();
  return Response.json({ licence: 'CC-BY-4.0', offerings, labRuns, retired: retiredOfferings });
};
