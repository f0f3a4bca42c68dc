/** An offering as an OSCAL component definition. */
import type { APIRoute, GetStaticPaths } from 'astro';
import type { PublishedOffering } from '#schemas/published.ts';
import { openLabTests } from '#site/guide/volumes.ts';
import { openLibrary } from '#site/library.ts';
import { componentOf } from '#site/offerings/component-of.ts';
import { componentDefinitionOf } from '#site/oscal/component.ts';
import { openControlMap } from '#site/oscal/load.ts';
import { offeringPath } from '#site/paths.ts';
import { firstDay } from '#site/published-on.ts';
import { readSingle } from '#site/single.ts';

export const getStaticPaths = (async () => {
  const { offerings } = await openLibrary();
  return offerings.map((published) => ({ params: { slug: published.slug }, props: { published } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ published: PublishedOffering }> = async ({ props, site, url }) => {
  const { published } = props;
  const { map, notes } = await openControlMap();
  const address = new URL(offeringPath(published.slug), site ?? url).href;
  const { labRuns: runs } = await openLibrary();
  const lab = { procedures: await openLabTests(), runs };
  const component = componentOf(published, await readSingle('call'), address, lab);
  return Response.json(
    componentDefinitionOf(component, map, firstDay(published.provenance.publishedOn), notes.label),
  );
};
