/** What this build publishes, each file by its hash: for whoever wants to tell later whether any of it was changed. */
import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';
import { fingerprintOf } from '#api/review/fingerprint.ts';
import type { BuildProvenance } from '#schemas/build-provenance.ts';
import { today } from '#site/comments/texts.ts';

/** SHA-256 of the file of this name that is served while this build is made; the publisher knows it. */
const PREDECESSOR: string | undefined = import.meta.env.PREDECESSOR;

export const GET: APIRoute = async () => {
  const stored = [
    ...(await getCollection('records')),
    ...(await getCollection('labRuns')),
    ...(await getCollection('comments')),
  ];
  const records = stored.map(({ data }) => fingerprintOf(data, data.sha256));
  const provenance: BuildProvenance = {
    schemaVersion: 1,
    builtOn: today(),
    predecessor: PREDECESSOR ?? null,
    records: records.toSorted((a, b) => (a.file < b.file ? -1 : 1)),
  };
  return new Response(`${JSON.stringify(provenance, null, 1)}\n`, {
    headers: { 'Content-Type': 'application/json' },
  });
};
