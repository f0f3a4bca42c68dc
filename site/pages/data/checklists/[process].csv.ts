/** The checklist of each process as CSV. */
import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { openLibrary } from '#site/library.ts';
import { checklistTable } from '#site/tables/checklist.ts';
import { csvOf } from '#site/tables/table.ts';

export const getStaticPaths = (async () => {
  const { processes } = await openLibrary();
  return processes.map(({ id, data }) => ({ params: { process: id }, props: { process: data } }));
}) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { process } }) =>
  new Response(csvOf(checklistTable(process)), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
