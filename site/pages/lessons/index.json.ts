/** What the sifting of lessons reads, once somebody chooses. */
import type { APIRoute } from 'astro';
import { type LessonIndex, listEntry } from '#site/lessons/entries.ts';
import { vocabularyOf } from '#site/lessons/vocabulary.ts';
import { openLibrary } from '#site/library.ts';

export const GET: APIRoute = async () => {
  const library = await openLibrary();
  const index: LessonIndex = { vocabulary: vocabularyOf(library), entries: library.cases.map(listEntry) };
  return Response.json(index);
};
