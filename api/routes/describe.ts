/** What routes have in common: how the description of the API tells of them, and the ids that their addresses hold. */
import { type DescribeRouteOptions, describeRoute, resolver } from 'hono-openapi';
import { z } from 'zod';
import { NOTHING_HERE } from '#api/errors.ts';
import { alsoAsForm } from '#api/validate.ts';

const id = z.uuid(NOTHING_HERE);
/** What is no id is answered like an id of nothing. */
export const byId = z.strictObject({ id });
export const byFile = z.strictObject({ id, evidenceId: id });
export const byRun = z.strictObject({ id, runId: id });

type More = Omit<DescribeRouteOptions, 'summary' | 'tags'>;

/** The two ways to describe a call of the section `tag`: it answers JSON of a shape, or nothing. */
export const section = (tag: string) => ({
  shows: (summary: string, schema: z.ZodType, status = 200, more: More = {}) =>
    describeRoute({
      summary,
      tags: [tag],
      ...more,
      responses: {
        [status]: { description: 'Done', content: { 'application/json': { schema: resolver(schema) } } },
        ...more.responses,
      },
    }),
  does: (summary: string, status = 204, more: More = {}) =>
    describeRoute({
      summary,
      tags: [tag],
      ...more,
      responses: { [status]: { description: 'Done' }, ...more.responses },
    }),
});

/** For calls that a form makes too. */
export const onToAPage = { 303: { description: 'Done; a form goes on to a page' } };
/** For calls whose body may also be sent as a form. */
export const asForm = (schema: z.ZodType) => ({ requestBody: alsoAsForm(schema), responses: onToAPage });
