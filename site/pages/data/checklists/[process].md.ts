/** The checklist of each process as Markdown. */
import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { openLibrary } from '#site/library.ts';
import { processPath } from '#site/paths.ts';
import { checklistMarkdown } from '#site/tables/checklist.ts';

export const getStaticPaths = (async () => {
  const { processes } = await openLibrary();
  return processes.map(({ id, data }) => ({ params: { process: id }, props: { id, process: data } }));
}) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { id, process }, site, url }) =>
  new Response(checklistMarkdown(process, new URL(processPath(id), site ?? url).href), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });
