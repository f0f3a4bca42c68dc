/** A volume of the guide as PDF, where it was made before this build. */
import { readFile } from 'node:fs/promises';
import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { findPdf } from '#site/guide/pdf-files.ts';
import { openVolumes } from '#site/guide/volumes.ts';
import { guidePdfName } from '#site/paths.ts';

export const getStaticPaths = (async () => {
  const volumes = await Promise.all(
    (await openVolumes()).map(async (volume) => ({ ...volume, file: await findPdf(volume) })),
  );
  return volumes.flatMap(({ volume, version, file }) =>
    file
      ? [{ params: { volume, pdf: guidePdfName(volume, version).replace(/\.pdf$/, '') }, props: { file } }]
      : [],
  );
}) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = async ({ props: { file } }) =>
  new Response(await readFile(file.path), { headers: { 'Content-Type': 'application/pdf' } });
