/** Follows the lists of what was published from one to the one before it, as far back as they are kept. */
import { type HeldList, readList } from '#api/publishing/verify-build.ts';
import { broken } from '#api/publishing/verify-record.ts';
import { earlierProvenance } from '#site/paths.ts';

/** `read`: what stands at a path of the site, or nothing. Throws `Broken` on a list that is not what the one after it names. */
export async function followBack(
  newest: HeldList,
  read: (path: string) => Promise<Uint8Array | undefined>,
): Promise<HeldList[]> {
  const earlier: HeldList[] = [];
  let named = newest.list.predecessor;
  while (named) {
    const place = earlierProvenance(named);
    const bytes = await read(place);
    if (!bytes) break;
    const list = readList(place, bytes);
    if (list.sha256 !== named)
      throw broken(
        `${place} is not the list that the one after it names.`,
        `SHA-256 ${named}`,
        `SHA-256 ${list.sha256}`,
      );
    earlier.push(list);
    named = list.list.predecessor;
  }
  return earlier;
}
