/**
 * Work that costs little more for many than for one, such as a statement that can hold many rows: whoever comes while
 * it is being done waits, and is served with all the others who came. Alone, nobody waits for anybody.
 */
import { setImmediate as otherWork } from 'node:timers/promises';

type Waiting<In, Out> = { input: In; resolve: (out: Out) => void; reject: (problem: unknown) => void };

/**
 * Answers a function that does `work` for one, up to `most` of them together, one group after another.
 * `work` answers one result for each input, in their order, or does nothing and throws: then it is asked again for each
 * alone, all at once, so that nobody fails for what a neighbour sent.
 */
export function together<In, Out>(
  most: number,
  work: (group: readonly In[]) => Promise<readonly Out[]>,
): (input: In) => Promise<Out> {
  const waiting: Waiting<In, Out>[] = [];
  let busy = false;

  async function serve(group: readonly Waiting<In, Out>[]): Promise<void> {
    try {
      const results = await work(group.map(({ input }) => input));
      for (const [index, { resolve }] of group.entries()) resolve(results[index] as Out);
    } catch (problem) {
      const [only, ...others] = group;
      if (others.length === 0) only?.reject(problem);
      else await Promise.all(group.map((one) => serve([one])));
    }
  }

  async function serveAll(): Promise<void> {
    busy = true;
    while (waiting.length > 0) {
      // Those whose requests have been received but not yet read come along.
      await otherWork();
      await serve(waiting.splice(0, most));
    }
    busy = false;
  }

  return (input) =>
    new Promise((resolve, reject) => {
      waiting.push({ input, resolve, reject });
      if (!busy) void serveAll();
    });
}
