/** Blocked addresses, for editors. To be mounted at `/api/desk/blocks`. */
import { Hono } from 'hono';
import { z } from 'zod';
import { blockAddress, showBlocks, unblockAddress } from '#api/actions/blocks.ts';
import type { Deps } from '#api/deps.ts';
import { requirePerson, type SignedIn } from '#api/require-person.ts';
import { validate } from '#api/validate.ts';
import { block, liftedBlock, newBlock } from '#schemas/block.ts';
import { byId, section } from './describe.ts';

const { shows, does } = section('Desk');
const made = z.strictObject({ id: z.uuid() });

export const blockRoutes = (deps: Deps) =>
  new Hono<SignedIn>()
    .use(requirePerson(deps))
    .get('/', shows('List blocked addresses, the newest first', z.array(block)), async (c) =>
      c.json(await showBlocks(deps, c.var.person)),
    )
    .post('/', shows('Block an address or a domain', made, 201), validate('json', newBlock), async (c) =>
      c.json(await blockAddress(deps, c.var.person, c.req.valid('json')), 201),
    )
    .post(
      '/:id/lift',
      does('Take a block back'),
      validate('param', byId),
      validate('json', liftedBlock),
      async (c) => {
        await unblockAddress(deps, c.var.person, c.req.valid('param').id, c.req.valid('json'));
        return c.body(null, 204);
      },
    );
