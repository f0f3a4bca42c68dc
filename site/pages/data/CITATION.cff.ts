/** How to cite all records as one data set. */
import type { APIRoute } from 'astro';
import { cffOf } from '#site/citing/cff.ts';
import { openLibrary } from '#site/library.ts';
import { PATHS } from '#site/paths.ts';

export const GET: APIRoute = async ({ site, url }) =>
  new Response(cffOf((await openLibrary()).cases, new URL(PATHS.data, site ?? url).href));
