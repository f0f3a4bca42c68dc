/** What `npm run provenance:verify` is given: files, folders and addresses, opened. */
import fs from 'node:fs';
import path from 'node:path';
import { type HeldList, readList } from '#api/publishing/verify-build.ts';
import { broken, type HeldFile, type LooseFile } from '#api/publishing/verify-record.ts';
import { STORED_FOLDERS, type StoredKind } from '#schemas/published.ts';
import { FILES, storedFile } from '#site/paths.ts';
import { openAddress } from './address.ts';
import { followBack } from './earlier.ts';
import { kindOf, kindOfFile, STORED_KINDS } from './kinds.ts';

export type Given = {
  files: HeldFile[];
  lists: HeldList[];
  /** The lists before those, as far as they are kept. */
  earlier: HeldList[];
  loose: LooseFile[];
};

const NOTHING: Given = { files: [], lists: [], earlier: [], loose: [] };
const PROVENANCE = path.basename(FILES.provenance);
const IS_ADDRESS = /^https?:\/\//;

/** Open one argument of the command. Any file that is no YAML and no JSON is taken for one of a run of the lab. */
export async function openGiven(argument: string): Promise<Given> {
  if (IS_ADDRESS.test(argument)) return openAddress(new URL(argument));
  if (!fs.existsSync(argument))
    throw new Error(
      `There is no ${argument}. Name a file, a folder, or an address that begins with https://`,
    );
  if (fs.statSync(argument).isDirectory()) return openFolder(argument);
  if (argument.endsWith('.json'))
    return { ...NOTHING, lists: [readList(argument, fs.readFileSync(argument))] };
  if (argument.endsWith('.yaml')) return { ...NOTHING, files: [openRecord(argument)] };
  return { ...NOTHING, loose: [{ name: argument, bytes: fs.readFileSync(argument) }] };
}

function openRecord(file: string): HeldFile {
  const bytes = fs.readFileSync(file);
  const folder = path.basename(path.dirname(path.resolve(file)));
  return { name: file, of: kindOf(folder, bytes.toString('utf8')), bytes };
}

/** An export, a built site, or the folder of records. With a list in it, each file must be on the list, and there. */
async function openFolder(folder: string): Promise<Given> {
  const served = path.join(folder, storedFile(''));
  const records = fs.existsSync(served) ? served : folder;
  const files = STORED_KINDS.flatMap((kind) => recordsIn(records, kind));
  const listFile = path.join(folder, PROVENANCE);
  const lists = fs.existsSync(listFile) ? [readList(listFile, fs.readFileSync(listFile))] : [];
  if (files.length === 0 && lists.length === 0)
    throw new Error(
      `${folder} holds no records: no ${Object.values(STORED_FOLDERS).join('/, no ')}/, no ${PROVENANCE}`,
    );

  const present = new Set(files.map(({ name }) => name));
  for (const { name, list } of lists)
    for (const { file } of list.records)
      if (!present.has(path.join(records, file)))
        throw broken(`${name} lists a file that is not there.`, path.join(records, file), 'no such file');
  const inFolder = async (file: string) => {
    const place = path.join(folder, file);
    return fs.existsSync(place) ? fs.readFileSync(place) : undefined;
  };
  const earlier = await Promise.all(lists.map((list) => followBack(list, inFolder)));
  return { ...NOTHING, files, lists, earlier: earlier.flat() };
}

function recordsIn(folder: string, of: StoredKind): HeldFile[] {
  const place = path.join(folder, STORED_FOLDERS[of]);
  if (!fs.existsSync(place)) return [];
  return fs
    .readdirSync(place)
    .map((name) => `${STORED_FOLDERS[of]}/${name}`)
    .filter((file) => kindOfFile(file) === of)
    .sort()
    .map((file) => ({
      name: path.join(folder, file),
      of,
      file,
      bytes: fs.readFileSync(path.join(folder, file)),
    }));
}
