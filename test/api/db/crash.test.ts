/**
 * Processes killed in the middle of writing. It takes minutes, so only `npm run test:crash` runs it.
 * A kill shows what survives the death of the process; that the disk has it too is shown by durable-folder.test.ts.
 */
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { openDb } from '#api/db/client.ts';
import { startChild } from '#test/support/child.ts';
import { temporaryFolder } from '#test/support/folder.ts';

const WRITE = 'api/db/processes/write-halves.ts';
const ROUNDS = 25;
const FIRST_STARTS = 5;

const acknowledged = (printed: string) =>
  [...printed.matchAll(/^committed (\d+)$/gm)].map(([, number]) => Number(number));

/** How many halves of each number are stored, after recovery. */
async function halves(dir: string): Promise<Map<number, number>> {
  const { db, close } = await openDb({ dir });
  const { rows } = await db.execute<{ number: number; count: number }>(
    sql`select number, count(*)::int as count from halves group by number`,
  );
  await close();
  return new Map(rows.map(({ number, count }) => [number, count]));
}

test(`killed ${ROUNDS} times under concurrent writes, no acknowledged row is lost and no transaction is torn`, async () => {
  const dir = temporaryFolder();
  const promised: number[] = [];

  for (let round = 0; round < ROUNDS; round++) {
    const writer = startChild(WRITE, dir, String(round * 1_000_000));
    await writer.prints('committed');
    await setTimeout(Math.random() * 600);
    await writer.kill();
    promised.push(...acknowledged(writer.printed()));

    const stored = await halves(dir);
    expect(promised.filter((number) => !stored.has(number))).toEqual([]);
    expect([...stored].filter(([, count]) => count !== 2)).toEqual([]);
  }

  expect(promised.length).toBeGreaterThan(ROUNDS * 10);
});

test(`killed ${FIRST_STARTS} times during a first start, the next start finds no half of a database`, async () => {
  for (let round = 1; round <= FIRST_STARTS; round++) {
    const dir = temporaryFolder();
    const starting = startChild(WRITE, dir);
    while (!fs.existsSync(path.join(dir, 'pg.new'))) await setTimeout(5);
    await setTimeout((round / FIRST_STARTS) * 3_000);
    await starting.kill();

    const next = startChild(WRITE, dir);
    await next.prints('committed');
    await next.kill();
    const stored = await halves(dir);
    expect(acknowledged(next.printed()).filter((number) => stored.get(number) !== 2)).toEqual([]);
  }
});
