/** The versions of a record that were superseded, each beside the one that took its place. Pure. */
import type { Published } from '#schemas/published.ts';

export type EarlierVersion<P> = {
  published: P;
  /** What took its place. */
  next: P;
  /** What stands at the address of the record now. */
  current: P;
  /** All of the record, newest first. */
  versions: readonly P[];
};

/** A page each. `earlier`: by slug, newest first. */
export const earlierPaths = <P extends Published>(
  currents: readonly P[],
  earlier: ReadonlyMap<string, readonly P[]>,
): { params: { slug: string; version: string }; props: EarlierVersion<P> }[] =>
  currents.flatMap((current) => {
    const older = earlier.get(current.slug) ?? [];
    const versions = [current, ...older];
    return older.map((published, index) => ({
      params: { slug: current.slug, version: `${published.version}` },
      props: { published, next: versions[index] ?? current, current, versions },
    }));
  });
