/** The citations of records as routes, for the time of writing. A build leaves them to `site/building/citations.ts`. */
import type { APIRoute } from 'astro';
import type { Published } from '#schemas/published.ts';
import { openLibrary } from '#site/library.ts';
import { recordCitations } from './record-citations.ts';

type Props = { published: Published };

const whileWriting = (of: 'cases' | 'offerings') => async () => {
  if (!import.meta.env.DEV) return [];
  const library = await openLibrary();
  return library[of].map((published: Published) => ({
    params: { slug: published.slug },
    props: { published },
  }));
};
/** Every case while writing, none in a build. */
export const casesWhileWriting = whileWriting('cases');
/** The same of offerings. */
export const offeringsWhileWriting = whileWriting('offerings');

export const citationRoute =
  (format: 'bib' | 'json'): APIRoute<Props> =>
  ({ props: { published }, site, url }) =>
    new Response(recordCitations(published, new URL('/', site ?? url))[format]);
