/** The versions of a record that were superseded, each beside the one that took its place, or the notice that all are gone. Pure. */
import type { Published, Tombstone } from '#schemas/published.ts';

type Of<Props> = { params: { slug: string; version: string }; props: Props };

export type EarlierVersion<P> = {
  published: P;
  /** What took its place. */
  next: P;
  /** What stands at the address of the record now. */
  current: P;
  /** All of the record, newest first. */
  versions: readonly P[];
};

/** A page each. `earlier`: by slug, newest first. `retired`: an address that was given out leads to the notice. */
export const versionPaths = <P extends Published>(
  currents: readonly P[],
  earlier: ReadonlyMap<string, readonly P[]>,
  retired: readonly Tombstone[],
) => [
  ...earlierPaths(currents, earlier).map(({ params, props }) => ({
    params,
    props: { earlier: props, tombstone: undefined },
  })),
  ...retired.flatMap((tombstone) =>
    Array.from({ length: (tombstone.versions ?? 1) - 1 }, (_, index) => ({
      params: { slug: tombstone.slug, version: `${index + 1}` },
      props: { earlier: undefined, tombstone },
    })),
  ),
];

const earlierPaths = <P extends Published>(
  currents: readonly P[],
  earlier: ReadonlyMap<string, readonly P[]>,
): Of<EarlierVersion<P>>[] =>
  currents.flatMap((current) => {
    const older = earlier.get(current.slug) ?? [];
    const versions = [current, ...older];
    return older.map((published, index) => ({
      params: { slug: current.slug, version: `${published.version}` },
      props: { published, next: versions[index] ?? current, current, versions },
    }));
  });
