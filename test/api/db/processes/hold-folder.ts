/** Holds the folder it is given: asleep, or with `busy` in a loop that lets nothing else of the process run. */
import { holdFolder } from '#api/db/folder-lock.ts';

const [dir = '', manner] = process.argv.slice(2);

holdFolder(dir);
console.log('held');
if (manner === 'busy') for (;;);
setInterval(() => {}, 60_000);
