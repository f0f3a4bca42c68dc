/**
 * `npm run provenance:verify WHAT…`: checks published records as a stranger would, and names the first break.
 * WHAT is the file of a record, a `provenance.json`, a folder of them (an export, a built site, the records), or an address:
 * of a page, of a stored file, or of a site's `provenance.json`, which stands for all that it lists. Several `provenance.json`
 * are compared with each other, from the oldest to the newest or the other way round, and files with the newest.
 * Needs no settings and no data of this installation.
 */
import { type HeldList, verifyLists } from '#api/publishing/verify-build.ts';
import { Broken, verifyFile, verifyListed, verifySuccession } from '#api/publishing/verify-record.ts';
import { openGiven } from './provenance/given.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

async function verify(what: readonly string[]): Promise<void> {
  if (what.length === 0)
    throw new Error('Name what to check: npm run provenance:verify FILE, FOLDER or ADDRESS');
  const given = await Promise.all(what.map(openGiven));
  const lists = distinct(given.flatMap((one) => one.lists));
  for (const { name, list } of lists)
    say(`${name}: a build of ${list.builtOn}; ${list.records.length} files`);
  const { newest, holds } = verifyLists(lists);
  for (const line of holds) say(line);

  const files = given
    .flatMap((one) => one.files)
    .map((held) => {
      const file = verifyFile(held);
      const listed = newest ? [verifyListed(file, newest.list)] : [];
      say(`${file.name}: ${[...file.holds, ...listed].join('; ')}`);
      return file;
    });
  verifySuccession(files);
  say(`All of this holds. Files checked: ${files.length}.`);
  if (!newest)
    say('No provenance.json was given: it alone fixes the figures of a review and the layout of a file.');
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
