/** Editors block an address, take a block back, and read which there are. Rows of blocks are their own record. */
import { addBlock, findBlockInForce, liftBlock, listBlocks } from '#api/db/blocks.ts';
import type { Person } from '#api/db/people.ts';
import type { Deps } from '#api/deps.ts';
import { AppError, notFound } from '#api/errors.ts';
import { blockKey, isPublicDomain, isTiedTo } from '#api/review/blocks.ts';
import type { PersonKeys } from '#api/review/conflicts.ts';
import type { Block, LiftedBlock, NewBlock } from '#schemas/block.ts';
import { keysOf } from './keys-of.ts';
import { onlyEditors } from './only-editors.ts';

const AT_MOST = 500;

type Needs = Pick<Deps, 'db' | 'newId' | 'now'>;

/** Of addresses that the person is tied to nothing is listed. */
export async function showBlocks({ db }: Needs, person: Person): Promise<Block[]> {
  const keys = await editorKeys(db, person);
  const rows = await listBlocks(db, AT_MOST);
  return rows
    .filter(({ block }) => !isTiedTo(keys, block.address))
    .map(({ block: { id, address, reason, blockedAt, liftedAt, liftedReason }, by, liftedBy }) => ({
      id,
      address,
      reason,
      by,
      at: blockedAt.toISOString(),
      ...(liftedAt && {
        lifted: { reason: liftedReason ?? '', by: liftedBy ?? '', at: liftedAt.toISOString() },
      }),
    }));
}

/** Refuses with `invalid` a domain that strangers share, with `forbidden` a tie, with `conflict` what is blocked already. */
export async function blockAddress(
  { db, newId, now }: Needs,
  person: Person,
  { address, reason }: NewBlock,
): Promise<{ id: string }> {
  const key = blockKey(address);
  const keys = await editorKeys(db, person);
  if (isPublicDomain(key)) throw invalidAddress('Many strangers have mailboxes there: block one address');
  if (isTiedTo(keys, key)) throw tied();
  const id = newId();
  const added = await addBlock(db, { id, address: key, reason, blockedBy: person.id, blockedAt: now() });
  if (!added) throw new AppError('conflict', 'This address is blocked already.');
  return { id };
}

export async function unblockAddress(
  { db, now }: Needs,
  person: Person,
  id: string,
  { reason }: LiftedBlock,
): Promise<void> {
  const keys = await editorKeys(db, person);
  const block = await findBlockInForce(db, id);
  // A block that the person may not read of is absent to them.
  if (!block || isTiedTo(keys, block.address)) throw notFound();
  const lifted = { liftedReason: reason, liftedBy: person.id, liftedAt: now() };
  if (!(await liftBlock(db, id, lifted))) throw notFound();
}

async function editorKeys(db: Deps['db'], person: Person): Promise<PersonKeys> {
  onlyEditors(person, 'block addresses');
  return keysOf(db, person);
}

const tied = () =>
  new AppError('forbidden', 'You have a tie to this address. Ask an editor who has none to decide on it.');
const invalidAddress = (message: string) =>
  new AppError('invalid', 'Some answers need attention.', { issues: [{ path: 'address', message }] });
