/** Fetches what a site says of a page: its `provenance.json`, and the files of the page as they are stored. */
import { type HeldList, readList } from '#api/publishing/verify-build.ts';
import { broken, type HeldFile } from '#api/publishing/verify-record.ts';
import type { Fingerprint } from '#schemas/build-provenance.ts';
import { commentPath, FILES, recordPagePath, storedFile, versionPath } from '#site/paths.ts';
import { followBack } from './earlier.ts';
import type { Given } from './given.ts';
import { kindOfFile } from './kinds.ts';

/** Milliseconds for one answer. */
const LONGEST = 30_000;
/** Bytes of one answer: ten thousand records are listed in about five million. */
const MOST = 64_000_000;
const AT_A_TIME = 8;

/** Open what stands on a page, one stored file, or all that a `provenance.json` lists, with the lists before it. */
export async function openAddress(address: URL): Promise<Given> {
  const listAddress = new URL(FILES.provenance, address).href;
  const list = readList(listAddress, await fetchBytes(listAddress));
  const files: HeldFile[] = [];
  const wanted = listedAt(address, list);
  for (let at = 0; at < wanted.length; at += AT_A_TIME)
    files.push(...(await Promise.all(wanted.slice(at, at + AT_A_TIME).map((one) => open(one, address)))));
  const isWhole = address.pathname === FILES.provenance;
  const earlier = isWhole ? await followBack(list, (path) => fetchIfThere(new URL(path, address).href)) : [];
  return { files, lists: [list], earlier, loose: [] };
}

async function open({ file }: Fingerprint, site: URL): Promise<HeldFile> {
  const name = new URL(storedFile(file), site).href;
  return { name, of: kindOfFile(file) ?? 'lesson', file, bytes: await fetchBytes(name) };
}

/** The files that stand at an address. */
function listedAt({ pathname }: URL, { name, list }: HeldList): Fingerprint[] {
  if (pathname === FILES.provenance) return list.records;
  const page = pathname.endsWith('/') || pathname.endsWith('.yaml') ? pathname : `${pathname}/`;
  const found = list.records.filter((one) => addressesOf(one).includes(placeOf(one, page)));
  if (found.length === 0) throw broken(`${name} lists nothing at this address.`, page, 'no such record');
  // At the address of a record stands its newest version, with what the lab found of it.
  const versions = found.filter((one) => rankOf(one) > 0).toSorted((a, b) => rankOf(a) - rankOf(b));
  return [...versions.slice(-1), ...found.filter((one) => rankOf(one) === 0)];
}

/** Once a record is retired, the addresses of its versions hold the notice, too. */
const placeOf = ({ kind }: Fingerprint, page: string) =>
  kind === 'tombstone' ? page.replace(/versions\/[1-9]\d*\/$/, '') : page;

/** Which of the records of one address it is; 0 for what stands beside them. */
function rankOf(one: Fingerprint): number {
  if (one.kind === 'tombstone') return Number.POSITIVE_INFINITY;
  return 'contentHash' in one ? one.version : 0;
}

function addressesOf(one: Fingerprint): string[] {
  const stored = storedFile(one.file);
  if (one.kind === 'lab_run') return [stored, recordPagePath('offering', one.offering)];
  if (one.kind === 'comment') return [stored, commentPath(one.text)];
  if (one.kind === 'tombstone') return [stored, recordPagePath(one.of, one.slug)];
  const of = one.kind === 'offering' ? 'offering' : 'lesson';
  return [stored, recordPagePath(of, one.slug), versionPath(of, one.slug, one.version)];
}

async function fetchIfThere(address: string): Promise<Uint8Array | undefined> {
  const answer = await ask(address);
  return answer.status === 404 ? undefined : bytesOf(address, answer);
}

const fetchBytes = async (address: string) => bytesOf(address, await ask(address));

/** Another address than the one that was asked for would be another site's word, so no redirection is followed. */
const ask = (address: string) => fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(LONGEST) });

async function bytesOf(address: string, answer: Response): Promise<Uint8Array> {
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
