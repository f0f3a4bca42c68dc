/** The map of controls as CSV (RFC 4180), one row for each step and control. */
import type { APIRoute } from 'astro';
import { stringify } from 'csv-stringify/sync';
import { FRAMEWORK_VERSIONS } from '#site/controls/map.ts';
import { openControlMap } from '#site/controls/open-map.ts';
import { stepIdPath } from '#site/paths.ts';

const COLUMNS = [
  'process',
  'step',
  'step_name',
  'framework',
  'version',
  'control',
  'title',
  'address',
  'mapping',
];

export const GET: APIRoute = async ({ site, url }) => {
  const { rows } = await openControlMap();
  const table = rows.map(({ process, step, stepName, framework, control, title }) => [
    process,
    step,
    stepName,
    framework,
    FRAMEWORK_VERSIONS[framework],
    control,
    title,
    new URL(stepIdPath(step), site ?? url).href,
    "Patch Commons' own",
  ]);
  return new Response(
    stringify([COLUMNS, ...table], { record_delimiter: 'windows', escape_formulas: true }),
    {
      headers: { 'Content-Type': 'text/csv; charset=utf-8' },
    },
  );
};
