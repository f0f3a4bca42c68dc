/**
 * `npm run provenance:verify WHAT…`: checks published records as a stranger would, and names the first break.
 * WHAT is the file of a record, of a run of the lab or of a comment, a `provenance.json`, a folder of them (an export, a built
 * site, the records), or an address: of a page, of a stored file, or of a site's `provenance.json`, which stands for all that
 * it lists and for the lists before it that are kept. Any other file is looked for in the runs of the lab that are given.
 * Lists are compared with each other, in any order, and files with the newest.
 * Needs no settings and no data of this installation.
 */
import { type HeldList, verifyLists } from '#api/publishing/verify-build.ts';
import {
  Broken,
  verifyFile,
  verifyLabFile,
  verifyListed,
  verifySuccession,
} from '#api/publishing/verify-record.ts';
import { openGiven } from './provenance/given.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

async function verify(what: readonly string[]): Promise<void> {
  if (what.length === 0)
    throw new Error('Name what to check: npm run provenance:verify FILE, FOLDER or ADDRESS');
  const given = await Promise.all(what.map(openGiven));
  const lists = distinct(given.flatMap((one) => one.lists));
  for (const { name, list } of lists)
    say(`${name}: a build of ${list.builtOn}; ${list.records.length} files`);
  const newest = verifyChain(
    lists,
    given.flatMap((one) => one.earlier),
  );

  const files = given
    .flatMap((one) => one.files)
    .map((held) => {
      const file = verifyFile(held);
      const listed = newest ? [verifyListed(file, newest.list)] : [];
      say(`${file.name}: ${[...file.holds, ...listed].join('; ')}`);
      return file;
    });
  verifySuccession(files);
  for (const file of given.flatMap((one) => one.loose)) say(verifyLabFile(file, files));
  say(`All of this holds. Files checked: ${files.length}.`);
  if (!newest)
    say(
      'No provenance.json was given: it alone fixes the figures of a review, the layout of a file, and all of a run or a comment.',
    );
}

/** Says of lists that were named how each follows the one before; of those that a site keeps, how far back they go. */
function verifyChain(lists: readonly HeldList[], earlier: readonly HeldList[]): HeldList | undefined {
  const { newest, oldest, holds } = verifyLists(distinct([...lists, ...earlier]));
  if (earlier.length === 0) for (const line of holds) say(line);
  else if (oldest)
    say(
      `${holds.length + 1} lists follow one another, back to a build of ${oldest.list.builtOn}${
        oldest.list.predecessor ? ', which names one that is not kept any more' : ', the first'
      }: nothing that was published went or changed unsaid`,
    );
  return newest;
}

/** Two pages of one site bring the same list twice. */
const distinct = (lists: readonly HeldList[]) => [
  ...new Map(lists.map((list) => [list.sha256, list])).values(),
];

try {
  await verify(process.argv.slice(2));
} catch (error) {
  const isBroken = error instanceof Broken;
  const message = error instanceof Error ? error.message : error;
  process.stderr.write(`${isBroken ? 'Broken.' : 'Not checked.'} ${message}\n`);
  process.exitCode = 1;
}
