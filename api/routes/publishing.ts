/** Publishing as editors see it. To be mounted at `/api/desk/publishing`. */
import { Hono } from 'hono';
import { publishAgain, showPublishing } from '#api/actions/show-publishing.ts';
import type { Deps } from '#api/deps.ts';
import { requirePerson, type SignedIn } from '#api/require-person.ts';
import { publishing } from '#schemas/publishing.ts';
import { section } from './describe.ts';

const { shows, does } = section('Desk');

export const publishingRoutes = (deps: Deps) =>
  new Hono<SignedIn>()
    .use(requirePerson(deps))
    .get('/', shows('Say what waits to be published, what was stopped and why', publishing), async (c) =>
      c.json(await showPublishing(deps, c.var.person)),
    )
    .post('/retry', does('Try again what was stopped', 202), async (c) => {
      await publishAgain(deps, c.var.person);
      return c.body(null, 202);
    });
