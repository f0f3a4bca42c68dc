/** The keys by which a person's conflicts are computed, with the ties that they declared. */
import type { Db } from '#api/db/client.ts';
import { listTies, type Person } from '#api/db/people.ts';
import { type PersonKeys, personKeys } from '#api/review/conflicts.ts';

export async function keysOf(db: Db, { id, email }: Pick<Person, 'id' | 'email'>): Promise<PersonKeys> {
  const ties = await listTies(db, id);
  return personKeys({
    email,
    ties: ties.map(({ organization, domain }) => ({ organization, domain: domain ?? undefined })),
  });
}
