/** People to choose from, each with how much they are reading. Pure. */
type Person = { id: string; name: string; load: number };

/** `{ <id>: 'Rea (2 open reviews)' }`, in the order given. */
export const labelledPeople = (people: readonly Person[]): Record<string, string> =>
  Object.fromEntries(people.map(({ id, name, load }) => [id, `${name} (${loadWords(load)})`]));

function loadWords(load: number): string {
  if (load === 0) return 'no open review';
  return load === 1 ? '1 open review' : `${load} open reviews`;
}
