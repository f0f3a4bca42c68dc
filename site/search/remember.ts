/** Do what `work` does once for each key. What failed is not kept, so that it is tried again. */
export function remember<Key, Value>(work: (key: Key) => Promise<Value>): (key: Key) => Promise<Value> {
  const kept = new Map<Key, Promise<Value>>();
  return (key) => {
    const known = kept.get(key);
    if (known) return known;
    const begun = work(key);
    kept.set(key, begun);
    begun.catch(() => kept.delete(key));
    return begun;
  };
}
