/** One's own account: open sessions, passkeys and recovery codes. To be mounted at `/api/people/me`. */
import { Hono } from 'hono';
import { z } from 'zod';
import { endOtherSessions, endSession, listPasskeys, listSessions, removePasskey } from '#api/db/sessions.ts';
import type { Deps } from '#api/deps.ts';
import { notFound } from '#api/errors.ts';
import { requirePerson, requireProof } from '#api/require-person.ts';
import { validate } from '#api/validate.ts';
import { ownPasskey, ownSession, recoveryCodesLeft } from '#schemas/people.ts';
import { section } from './describe.ts';

type Needs = Pick<Deps, 'auth' | 'db' | 'now' | 'publicUrl'>;

const { shows, does } = section('People');
const byId = z.strictObject({ id: z.string().max(64) });

export const ownAccountRoutes = (deps: Needs) =>
  new Hono()
    .get('/sessions', shows('List your sessions', z.array(ownSession)), requirePerson(deps), async (c) => {
      const open = await listSessions(deps.db, c.var.person.id, deps.now());
      return c.json(
        open.map(({ id, began, lastUsed, userAgent }) => ({
          id,
          began: began.toISOString(),
          lastUsed: lastUsed.toISOString(),
          isThis: id === c.var.session.id,
          ...(userAgent && { userAgent }),
        })),
      );
    })
    .delete('/sessions', does('End all your sessions but this'), requirePerson(deps), async (c) => {
      await endOtherSessions(deps.db, c.var.person.id, c.var.session.id);
      return c.body(null, 204);
    })
    .delete(
      '/sessions/:id',
      does('End one of your sessions'),
      requirePerson(deps),
      validate('param', byId),
      async (c) => {
        if (!(await endSession(deps.db, c.var.person.id, c.req.valid('param').id))) throw notFound();
        return c.body(null, 204);
      },
    )
    .get('/passkeys', shows('List your passkeys', z.array(ownPasskey)), requirePerson(deps), async (c) => {
      const own = await listPasskeys(deps.db, c.var.person.id);
      return c.json(
        own.map(({ id, name, addedAt }) => ({
          id,
          ...(name && { name }),
          ...(addedAt && { addedAt: addedAt.toISOString() }),
        })),
      );
    })
    .delete(
      '/passkeys/:id',
      does('Remove one of your passkeys, and end your other sessions'),
      requirePerson(deps),
      requireProof(deps, 'change_passkeys'),
      validate('param', byId),
      async (c) => {
        if (!(await removePasskey(deps.db, c.var.person.id, c.req.valid('param').id))) throw notFound();
        // Whoever has the lost one may have come in by it.
        await endOtherSessions(deps.db, c.var.person.id, c.var.session.id);
        return c.body(null, 204);
      },
    )
    .get(
      '/recovery-codes',
      shows('Count your recovery codes', recoveryCodesLeft),
      requirePerson(deps),
      async (c) => c.json({ left: await countRecoveryCodes(deps, c.var.person) }),
    );

async function countRecoveryCodes(
  { auth }: Needs,
  { id, secondFactor }: { id: string; secondFactor: boolean },
) {
  if (!secondFactor) return 0;
  return (await auth.api.viewBackupCodes({ body: { userId: id } })).backupCodes.length;
}
