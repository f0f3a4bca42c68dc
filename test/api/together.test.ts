import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { together } from '#api/together.ts';

/** Doubles what it is given, and keeps which inputs came together. */
function doubling(most: number) {
  const groups: number[][] = [];
  const double = together(most, async (group: readonly number[]) => {
    groups.push([...group]);
    await setTimeout(10);
    return group.map((input) => 2 * input);
  });
  return { double, groups };
}

test('those who come together are served together, and each gets what is theirs', async () => {
  const { double, groups } = doubling(10);

  const results = await Promise.all([1, 2, 3].map(double));

  expect(results).toEqual([2, 4, 6]);
  expect(groups).toEqual([[1, 2, 3]]);
});

test('who comes meanwhile waits and is served next, so that no two groups are under way', async () => {
  const { double, groups } = doubling(10);
  const first = double(1);
  await setTimeout(5);

  await Promise.all([first, double(2), double(3)]);

  expect(groups).toEqual([[1], [2, 3]]);
});

test('a group has a largest size', async () => {
  const { double, groups } = doubling(2);

  await Promise.all([1, 2, 3, 4, 5].map(double));

  expect(groups).toEqual([[1, 2], [3, 4], [5]]);
});

test('nobody fails for what a neighbour sent', async () => {
  const square = together(10, async (group: readonly number[]) => {
    if (group.includes(3)) throw new Error('Not three');
    return group.map((input) => input * input);
  });

  const results = await Promise.allSettled([2, 3, 4].map(square));

  expect(results).toEqual([
    { status: 'fulfilled', value: 4 },
    { status: 'rejected', reason: new Error('Not three') },
    { status: 'fulfilled', value: 16 },
  ]);
});

test('after a failure there is service for those who come later', async () => {
  const picky = together(10, async (group: readonly number[]) => {
    if (group.includes(0)) throw new Error('Not zero');
    return group;
  });
  await expect(picky(0)).rejects.toThrow('Not zero');

  expect(await picky(1)).toBe(1);
});
