/** The whole search index, loaded when the search is first used. */
import type { APIRoute } from 'astro';
import { openLibrary } from '#site/library.ts';
import { buildIndex } from '#site/search/build.ts';
import { searchDocuments } from '#site/search/documents.ts';

export const GET: APIRoute = async () => Response.json(buildIndex(searchDocuments(await openLibrary())));
