/**
 * Writes until it is killed: transactions of two rows, several asked for at once, each acknowledged by a line
 * `committed <number>` after its commit.
 */
import fs from 'node:fs';
import { sql } from 'drizzle-orm';
import { openDb } from '#api/db/client.ts';

const [dir = '', first = '0'] = process.argv.slice(2);
const WRITERS = 8;

const { db } = await openDb({ dir });
await db.execute(sql`create table if not exists halves (number int, half text, primary key (number, half))`);
// Written at once, unlike console.log: what is acknowledged has left this process.
const say = (line: string) => fs.writeSync(1, `${line}\n`);

async function writeForEver(start: number): Promise<never> {
  for (let number = start; ; number += WRITERS) {
    await db.transaction(async (tx) => {
      await tx.execute(sql`insert into halves values (${number}, 'left')`);
      await tx.execute(sql`insert into halves values (${number}, 'right')`);
    });
    say(`committed ${number}`);
  }
}

say('writing');
await Promise.all(Array.from({ length: WRITERS }, (_, writer) => writeForEver(Number(first) + writer)));
