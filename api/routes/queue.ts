/** What waits: the queue in pages, what comes next, and who has how much. To be mounted at `/api/desk`. */
import { Hono } from 'hono';
import { z } from 'zod';
import { showLoads, showNext, showQueue } from '#api/actions/show-queue.ts';
import type { Deps } from '#api/deps.ts';
import { requirePerson } from '#api/require-person.ts';
import { validate } from '#api/validate.ts';
import { load, nextItem, queue, queueFilter } from '#schemas/queue.ts';
import { section } from './describe.ts';

const { shows } = section('Desk');
const nextFilter = z.strictObject({
  besides: z
    .uuid('Send the id of a submission')
    .optional()
    .meta({ description: 'The submission that is open now' }),
});

// The session is looked up route by route: what is asked of the routes beside these passes here.
export const queueRoutes = (deps: Deps) =>
  new Hono()
    .get(
      '/submissions',
      shows('List what waits, longest first', queue),
      requirePerson(deps),
      validate('query', queueFilter),
      async (c) => c.json(await showQueue(deps, c.var.person, c.req.valid('query'))),
    )
    .get(
      '/submissions/next',
      shows('Name what waits for you, the least reviewed first', nextItem),
      requirePerson(deps),
      validate('query', nextFilter),
      async (c) => c.json(await showNext(deps, c.var.person, c.req.valid('query').besides)),
    )
    .get(
      '/load',
      shows('Say how much is assigned to each; for editors', z.array(load)),
      requirePerson(deps),
      async (c) => c.json(await showLoads(deps, c.var.person)),
    );
