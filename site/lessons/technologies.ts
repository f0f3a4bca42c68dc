/** Technologies are named in free text. Here spellings of one name meet, so that cases about it are found together. Pure. */

/** `Microsoft Windows` and `microsoft  windows` as `microsoft-windows`; empty where nothing of the name can be said. */
export function technologyValue(name: string): string {
  const words = name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('+', ' plus ')
    .replaceAll('#', ' sharp ')
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  const value = words?.join('-') ?? '';
  // A number alone is the address of a further page of the list.
  return /^\d+$/.test(value) ? `number-${value}` : value;
}

/** Every technology of these cases with its most frequent spelling, in alphabetical order. */
export function technologyLabels(
  cases: readonly { record: { technologies: readonly string[] } }[],
): (readonly [value: string, label: string])[] {
  const spellings = new Map<string, Map<string, number>>();
  for (const name of cases.flatMap(({ record }) => record.technologies)) {
    const counts = spellings.get(technologyValue(name)) ?? new Map<string, number>();
    spellings.set(technologyValue(name), counts.set(name, (counts.get(name) ?? 0) + 1));
  }
  spellings.delete('');
  return [...spellings]
    .map(([value, counts]) => [value, mostFrequent(counts)] as const)
    .toSorted(([, a], [, b]) => a.localeCompare(b, 'en', { sensitivity: 'base' }));
}

const mostFrequent = (counts: ReadonlyMap<string, number>) =>
  [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
