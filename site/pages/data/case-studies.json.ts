/** All published records in one file, the newest version of each, and the notices of those that were retired. */
import type { APIRoute } from 'astro';
import { openLibrary } from '#site/library.ts';

export const GET: APIRoute = async () => {
  const { cases, tombstones } = await openLibrary();
  return Response.json({ licence: 'CC-BY-4.0', cases, retired: tombstones });
};
