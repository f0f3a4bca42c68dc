/** The catalog of the search, which names all its other files. Loaded when the search is first used. */
import type { APIRoute } from 'astro';
import { openSearchFiles } from '#site/search/open.ts';

export const GET: APIRoute = async () => Response.json((await openSearchFiles()).catalog);
