/** Lets some pieces of work run at a time; others wait for their turn, first come, first served. */
export type Turns = <Result>(work: () => Promise<Result>) => Promise<Result>;

export function takingTurns(atATime: number): Turns {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= atATime) await new Promise<void>((begin) => waiting.push(begin));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // Whoever waited longest takes over the place, so that nobody slips in between.
      if (next) next();
      else running -= 1;
    }
  };
}
