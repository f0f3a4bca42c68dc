/** New lessons, offerings and comment periods as a JSON Feed. */
import type { APIRoute } from 'astro';
import { feedEntries } from '#site/feeds/entries.ts';
import { jsonFeedOf } from '#site/feeds/json-feed.ts';
import { openLibrary } from '#site/library.ts';

export const GET: APIRoute = async ({ site, url }) => {
  const root = new URL('/', site ?? url);
  return Response.json(jsonFeedOf(feedEntries(await openLibrary(), root), root));
};
