/** Which items a section of the guide includes. Pure. */

/** Items named by `ids`, in that order, or all of them. Throws where an id is none. */
export function chosen<Item>(
  items: readonly Item[],
  ids: readonly string[] | undefined,
  idOf: (item: Item) => string,
): readonly Item[] {
  if (!ids) return items;
  return ids.map((id) => {
    const found = items.find((item) => idOf(item) === id);
    if (!found) throw new Error(`The guide includes ${id}, which does not exist`);
    return found;
  });
}
