/** All reference processes in one file, their free text apart. */
import type { APIRoute } from 'astro';
import { openLibrary } from '#site/library.ts';

export const GET: APIRoute = async () => {
  const { processes } = await openLibrary();
  return Response.json({
    licence: 'CC-BY-4.0',
    processes: processes.map(({ id, data }) => ({ id, ...data })),
  });
};
