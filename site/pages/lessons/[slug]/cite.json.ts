/** One case as CSL-JSON: a list of one, as reference managers import it. */
import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { cslOf } from '#site/citing/csl.ts';
import { openLibrary } from '#site/library.ts';
import { lessonPath } from '#site/paths.ts';

export const getStaticPaths = (async () => {
  const { cases } = await openLibrary();
  return cases.map((published) => ({ params: { slug: published.slug }, props: { published } }));
}) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { published }, site, url }) =>
  Response.json([cslOf(published, new URL(lessonPath(published.slug), site ?? url).href)]);
