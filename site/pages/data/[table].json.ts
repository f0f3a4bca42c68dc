/** Each table as JSON: its rows by the names of the columns. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { openLibrary } from '#site/library.ts';
import { TABLE_NAMES, TABLES, type TableName } from '#site/tables/tables.ts';

export const getStaticPaths: GetStaticPaths = () => TABLE_NAMES.map((table) => ({ params: { table } }));

export const GET: APIRoute = async ({ params, site, url }) => {
  const table = TABLES[params['table'] as TableName];
  const { columns, rows } = table.of(await openLibrary(), new URL('/', site ?? url));
  return Response.json({ licence: 'CC-BY-4.0', columns, rows });
};
