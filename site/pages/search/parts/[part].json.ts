/** The parts of the search, each named by its content. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { openSearchFiles } from '#site/search/open.ts';

export const getStaticPaths = (async () => {
  const { parts } = await openSearchFiles();
  return [...parts].map(([part, text]) => ({ params: { part }, props: { text } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'Content-Type': 'application/json' } });
