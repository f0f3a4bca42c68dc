/** The versions of a record that were superseded, each beside the one that took its place. Pure. */
import type { Published } from '#schemas/published.ts';

export type EarlierVersion<P> = {
  published: P;
  /** What took its place. */
  next: P;
  /** What stands at the address of the record now. */
  current: P;
};

/** `earlier`: by slug, newest first. */
export const listEarlier = <P extends Published>(
  currents: readonly P[],
  earlier: ReadonlyMap<string, readonly P[]>,
): EarlierVersion<P>[] =>
  currents.flatMap((current) =>
    (earlier.get(current.slug) ?? []).map((published, index, older) => ({
      published,
      next: older[index - 1] ?? current,
      current,
    })),
  );
