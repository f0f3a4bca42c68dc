/** A volume of the guide as BibTeX. */

import { getCollection } from 'astro:content';
import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { bibtexOf } from '#site/citing/bibtex.ts';
import { cslOfVolume } from '#site/citing/csl.ts';
import { guideVolumePath } from '#site/paths.ts';

export const getStaticPaths = (async () =>
  (await getCollection('volumes')).map(({ data }) => ({
    params: { volume: data.volume },
    props: { outline: data },
  }))) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { outline }, site, url }) =>
  new Response(bibtexOf(cslOfVolume(outline, new URL(guideVolumePath(outline.volume), site ?? url).href)));
