import type { APIRoute, GetStaticPaths } from 'astro';
import { jsonSchema, SCHEMAS, type SchemaName } from '#site/json-schemas.ts';
import { schemaFile } from '#site/paths.ts';

export const getStaticPaths: GetStaticPaths = () =>
  Object.keys(SCHEMAS).map((name) => ({ params: { name } }));

export const GET: APIRoute = ({ params, site, url }) => {
  const name = params['name'] as SchemaName;
  return Response.json(jsonSchema(name, new URL(schemaFile(name), site ?? url)));
};
