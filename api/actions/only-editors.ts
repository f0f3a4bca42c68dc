/** What is for editors alone and is no action of the workflow, which says itself who may do what. */
import type { Person } from '#api/db/people.ts';
import { AppError } from '#api/errors.ts';

/** Refuse with `forbidden` whoever is no editor. `what` ends the sentence “Only editors …”. */
export function onlyEditors({ roles }: Pick<Person, 'roles'>, what: string): void {
  if (!roles.includes('editor')) throw new AppError('forbidden', `Only editors ${what}.`);
}
