/** New lessons, offerings and comment periods as an Atom feed. */
import type { APIRoute } from 'astro';
import { atomOf } from '#site/feeds/atom.ts';
import { feedEntries } from '#site/feeds/entries.ts';
import { openLibrary } from '#site/library.ts';

export const GET: APIRoute = async ({ site, url }) => {
  const root = new URL('/', site ?? url);
  return new Response(atomOf(feedEntries(await openLibrary(), root), root), {
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
  });
};
