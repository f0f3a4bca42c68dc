/** Blocked addresses, for editors. To be mounted at `/api/desk/blocks`. */
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import { z } from 'zod';
import { blockAddress, showBlocks, unblockAddress } from '#api/actions/blocks.ts';
import type { Deps } from '#api/deps.ts';
import { requirePerson, type SignedIn } from '#api/require-person.ts';
import { validate } from '#api/validate.ts';
import { block, liftedBlock, newBlock } from '#schemas/block.ts';

const byId = z.strictObject({ id: z.uuid('There is nothing here that you can see.') });
const made = z.strictObject({ id: z.uuid() });
const shows = (summary: string, schema: z.ZodType, status = 200) =>
  describeRoute({
    summary,
    tags: ['Desk'],
    responses: {
      [status]: { description: 'Done', content: { 'application/json': { schema: resolver(schema) } } },
    },
  });

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
      describeRoute({
        summary: 'Take a block back',
        tags: ['Desk'],
        responses: { 204: { description: 'Done' } },
      }),
      validate('param', byId),
      validate('json', liftedBlock),
      async (c) => {
        await unblockAddress(deps, c.var.person, c.req.valid('param').id, c.req.valid('json'));
        return c.body(null, 204);
      },
    );
