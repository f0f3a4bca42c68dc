/** The same question in the other names of what it names. Pure. */
import type { Names } from './catalog.ts';

/** Each costs requests. */
const MOST = 6;

/**
 * `terms` with one name in them replaced by another of the same thing, for each such pair: “kev deadlin” gives “known
 * exploit vulner catalog deadlin”.
 */
export function otherWordings(terms: readonly string[], names: Names): string[][] {
  const wordings = names.flatMap((same) =>
    same.flatMap((name) => {
      const parts = name.split(' ');
      const at = terms.findIndex((_, index) => parts.every((part, offset) => terms[index + offset] === part));
      if (at < 0) return [];
      return same
        .filter((other) => other !== name)
        .map((other) => [...terms.slice(0, at), ...other.split(' '), ...terms.slice(at + parts.length)]);
    }),
  );
  return wordings.slice(0, MOST);
}
