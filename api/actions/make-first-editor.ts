/** The first editor makes their own account, who is an admin as well. Everybody else is invited. */
import { addPassword, addPerson, isHeld, lockPeople } from '#api/db/people.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { FirstEditorLink } from '#api/first-editor-link.ts';
import type { FirstEditor } from '#schemas/people.ts';

type Needs = Pick<Deps, 'auth' | 'db' | 'newId' | 'now'> & { firstEditor: FirstEditorLink };

/** Make the account, if the link is right and there is still no editor. Answers the id of the person. */
export async function makeFirstEditor(deps: Needs, wanted: FirstEditor): Promise<string> {
  const { token, name, email, password } = wanted;
  if (!deps.firstEditor.opens(token))
    throw new AppError(
      'forbidden',
      'This link is used up or incomplete. Copy all of it from the console. While there is no editor, starting the server again prints a new one.',
    );
  const { password: passwords } = await deps.auth.$context;
  const hash = await passwords.hash(password);

  const id = await deps.db.transaction(async (tx) => {
    await lockPeople(tx);
    if (await isHeld(tx, 'editor'))
      throw new AppError('conflict', 'There is an editor by now. Ask them for an invitation.');
    const at = deps.now();
    const added = await addPerson(tx, { id: deps.newId(), name, email, roles: ['editor', 'admin'], at });
    if (!added)
      throw new AppError('conflict', 'This address belongs to somebody at the desk. Enter another.');
    await addPassword(tx, { id: deps.newId(), personId: added, hash, at });
    return added;
  });
  deps.firstEditor.close();
  return id;
}
