/** The citations of cases as routes, for the time of writing. A build leaves them to `site/building/citations.ts`. */
import type { APIRoute } from 'astro';
import type { PublishedCase } from '#schemas/published.ts';
import { openLibrary } from '#site/library.ts';
import { caseCitations } from './case-citations.ts';

type Props = { published: PublishedCase };

/** Every case while writing, none in a build. */
export async function casesWhileWriting() {
  if (!import.meta.env.DEV) return [];
  const { cases } = await openLibrary();
  return cases.map((published) => ({ params: { slug: published.slug }, props: { published } }));
}

export const citationRoute =
  (format: 'bib' | 'json'): APIRoute<Props> =>
  ({ props: { published }, site, url }) =>
    new Response(caseCitations(published, new URL('/', site ?? url))[format]);
