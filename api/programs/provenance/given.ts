/** What `npm run provenance:verify` is given: files, folders and addresses, opened. */
import fs from 'node:fs';
import path from 'node:path';
import { type HeldList, readList } from '#api/publishing/verify-build.ts';
import { broken, type HeldFile } from '#api/publishing/verify-record.ts';
import { FOLDERS } from '#schemas/published.ts';
import { SUBMISSION_KINDS, type SubmissionKind } from '#schemas/vocabulary.ts';
import { FILES, storedFile } from '#site/paths.ts';
import { openAddress } from './address.ts';

export type Given = {
  files: HeldFile[];
  lists: HeldList[];
};

const PROVENANCE = path.basename(FILES.provenance);
const IS_ADDRESS = /^https?:\/\//;
const RECORD_NAME = /^[a-z][a-z0-9-]*(?:\.v[1-9]\d*|\.retired)?\.yaml$/;

/** Open one argument of the command. Throws on what is neither a record nor a list nor a folder of them. */
export async function openGiven(argument: string): Promise<Given> {
  if (IS_ADDRESS.test(argument)) return openAddress(new URL(argument));
  if (!fs.existsSync(argument))
    throw new Error(
      `There is no ${argument}. Name a file, a folder, or an address that begins with https://`,
    );
  if (fs.statSync(argument).isDirectory()) return openFolder(argument);
  if (argument.endsWith('.json'))
    return { files: [], lists: [readList(argument, fs.readFileSync(argument))] };
  return { files: [openRecord(argument)], lists: [] };
}

/** A record is told from one of the other kind by its folder, or else by what it says. */
function openRecord(file: string): HeldFile {
  const bytes = fs.readFileSync(file);
  const folder = path.basename(path.dirname(path.resolve(file)));
  const isOffering = folder === FOLDERS.offering || (folder !== FOLDERS.lesson && saysProduct(bytes));
  return { name: file, of: isOffering ? 'offering' : 'lesson', bytes };
}

const saysProduct = (bytes: Buffer) => /^ {2}product:/m.test(bytes.toString('utf8'));

/** An export, a built site, or the folder of records. With a list in it, each file must be on the list, and there. */
function openFolder(folder: string): Given {
  const served = path.join(folder, storedFile(''));
  const records = fs.existsSync(served) ? served : folder;
  const files = SUBMISSION_KINDS.flatMap((kind) => recordsIn(records, kind));
  const listFile = path.join(folder, PROVENANCE);
  const lists = fs.existsSync(listFile) ? [readList(listFile, fs.readFileSync(listFile))] : [];
  if (files.length === 0 && lists.length === 0)
    throw new Error(
      `${folder} holds no records: no ${Object.values(FOLDERS).join('/, no ')}/, no ${PROVENANCE}`,
    );

  const present = new Set(files.map(({ name }) => name));
  for (const { name, list } of lists)
    for (const { file } of list.records)
      if (!present.has(path.join(records, file)))
        throw broken(`${name} lists a file that is not there.`, path.join(records, file), 'no such file');
  return { files, lists };
}

function recordsIn(folder: string, of: SubmissionKind): HeldFile[] {
  const place = path.join(folder, FOLDERS[of]);
  if (!fs.existsSync(place)) return [];
  return fs
    .readdirSync(place)
    .filter((name) => RECORD_NAME.test(name))
    .sort()
    .map((name) => ({
      name: path.join(place, name),
      of,
      file: `${FOLDERS[of]}/${name}`,
      bytes: fs.readFileSync(path.join(place, name)),
    }));
}
