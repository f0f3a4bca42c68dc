/** Each table as CSV. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { openLibrary } from '#site/library.ts';
import { csvOf } from '#site/tables/table.ts';
import { TABLE_NAMES, TABLES, type TableName } from '#site/tables/tables.ts';

export const getStaticPaths: GetStaticPaths = () => TABLE_NAMES.map((table) => ({ params: { table } }));

export const GET: APIRoute = async ({ params, site, url }) => {
  const table = TABLES[params['table'] as TableName];
  return new Response(csvOf(table.of(await openLibrary(), new URL('/', site ?? url))), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  });
};
