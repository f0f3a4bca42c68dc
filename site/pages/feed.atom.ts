/** New lessons and comment periods as an Atom feed. */
import type { APIRoute } from 'astro';
import { atomOf } from '#site/feeds/atom.ts';
import { feedEntries } from '#site/feeds/entries.ts';
import { openLibrary } from '#site/library.ts';

export const GET: APIRoute = async ({ site, url }) => {
  const { cases, processes } = await openLibrary();
  const root = new URL('/', site ?? url);
  return new Response(atomOf(feedEntries(cases, processes, root), root), {
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
  });
};
