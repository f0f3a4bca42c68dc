/** What the sifting of lessons reads, once somebody chooses. */
import type { APIRoute } from 'astro';
import { listEntry } from '#site/lessons/entries.ts';
import { openLibrary } from '#site/library.ts';

export const GET: APIRoute = async () => Response.json((await openLibrary()).cases.map(listEntry));
