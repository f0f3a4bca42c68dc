/** All that the guide rests on, each document once. Pure. */
import type { Reference } from '#schemas/editorial.ts';

/** References by title and address, sorted by title. Of the same document a primary reading counts. */
export function uniqueReferences(references: readonly Reference[]): Reference[] {
  const byDocument = new Map<string, Reference>();
  for (const reference of references) {
    const key = `${reference.title}\n${reference.url ?? ''}`;
    const known = byDocument.get(key);
    if (!known || (known.standing === 'secondary' && reference.standing === 'primary'))
      byDocument.set(key, reference);
  }
  return [...byDocument.values()].toSorted((a, b) => a.title.localeCompare(b.title, 'en', { numeric: true }));
}
