/** New lessons and comment periods as a JSON Feed. */
import type { APIRoute } from 'astro';
import { feedEntries } from '#site/feeds/entries.ts';
import { jsonFeedOf } from '#site/feeds/json-feed.ts';
import { openLibrary } from '#site/library.ts';

export const GET: APIRoute = async ({ site, url }) => {
  const { cases, processes } = await openLibrary();
  const root = new URL('/', site ?? url);
  return Response.json(jsonFeedOf(feedEntries(cases, processes, root), root));
};
