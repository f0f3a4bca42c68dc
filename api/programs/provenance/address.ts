/** Fetches what a site says of a page: its `provenance.json`, and the files of the page as they are stored. */
import { type HeldList, readList } from '#api/publishing/verify-build.ts';
import { broken, type HeldFile } from '#api/publishing/verify-record.ts';
import type { Fingerprint } from '#schemas/build-provenance.ts';
import { FOLDERS } from '#schemas/published.ts';
import { FILES, recordPagePath, storedFile, versionPath } from '#site/paths.ts';

/** Milliseconds for one answer. */
const LONGEST = 30_000;
/** Bytes of one answer: ten thousand records are listed in about five million. */
const MOST = 64_000_000;
const AT_A_TIME = 8;

/** Open the record of a page, one stored file, or all that a `provenance.json` lists. */
export async function openAddress(address: URL): Promise<{ files: HeldFile[]; lists: HeldList[] }> {
  const listAddress = new URL(FILES.provenance, address).href;
  const list = readList(listAddress, await fetchBytes(listAddress));
  const files: HeldFile[] = [];
  const wanted = listedAt(address, list);
  for (let at = 0; at < wanted.length; at += AT_A_TIME)
    files.push(...(await Promise.all(wanted.slice(at, at + AT_A_TIME).map((one) => open(one, address)))));
  return { files, lists: [list] };
}

async function open({ file }: Fingerprint, site: URL): Promise<HeldFile> {
  const name = new URL(storedFile(file), site).href;
  const of = file.startsWith(`${FOLDERS.offering}/`) ? 'offering' : 'lesson';
  return { name, of, file, bytes: await fetchBytes(name) };
}

/** The files that stand at an address. */
function listedAt({ pathname }: URL, { name, list }: HeldList): Fingerprint[] {
  if (pathname === FILES.provenance) return list.records;
  const page = pathname.endsWith('/') || pathname.endsWith('.yaml') ? pathname : `${pathname}/`;
  const found = list.records.filter((one) => addressesOf(one).includes(page));
  // At the address of a record stands its newest version.
  const newest = found.toSorted((a, b) => versionOf(a) - versionOf(b)).at(-1);
  if (!newest) throw broken(`${name} lists no record at this address.`, page, 'no such record');
  return [newest];
}

const versionOf = (one: Fingerprint) => (one.kind === 'tombstone' ? Number.POSITIVE_INFINITY : one.version);

function addressesOf(one: Fingerprint): string[] {
  const of = one.kind === 'tombstone' ? one.of : one.kind === 'offering' ? 'offering' : 'lesson';
  const own = [storedFile(one.file), recordPagePath(of, one.slug)];
  return one.kind === 'tombstone' ? own : [...own, versionPath(of, one.slug, one.version)];
}

/** Another address than the one that was asked for would be another site's word, so no redirection is followed. */
async function fetchBytes(address: string): Promise<Uint8Array> {
  const answer = await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(LONGEST) });
  if (answer.status >= 300 && answer.status < 400)
    throw new Error(`${address} leads to ${answer.headers.get('location')}. Give that address instead.`);
  if (!answer.ok || !answer.body) throw new Error(`${address} answers ${answer.status}`);
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of answer.body) {
    length += part.length;
    if (length > MOST) throw new Error(`${address} answers with more than ${MOST} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}
