/**
 * The desk downloads files of submissions. Nothing is ever shown in the browser under our name: each is an attachment in a
 * sandbox.
 */
import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { describeRoute } from 'hono-openapi';
import { readEvidence } from '#api/actions/read-evidence.ts';
import type { Deps } from '#api/deps.ts';
import { requirePerson, type SignedIn } from '#api/require-person.ts';
import { validate } from '#api/validate.ts';
import { byFile } from './describe.ts';

/** A browser that shows a file in spite of everything runs nothing in it. Set last, over the policy of other answers. */
export const inSandbox = createMiddleware(async (c, next) => {
  await next();
  c.header('Content-Security-Policy', "sandbox; default-src 'none'; frame-ancestors 'none'");
});

const download = describeRoute({
  summary: 'Download a file; leaves an event',
  tags: ['Desk'],
  responses: {
    200: {
      description: 'The file, as an attachment',
      content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
    },
  },
});

export const deskEvidenceRoutes = (deps: Deps) =>
  new Hono<SignedIn>()
    .use('/:id/evidence/*', requirePerson(deps))
    .get('/:id/evidence/:evidenceId', download, validate('param', byFile), async (c) => {
      const { id, evidenceId } = c.req.valid('param');
      const { row, content } = await readEvidence(deps, c.var.person, id, evidenceId);
      return c.body(content, 200, {
        'Content-Type': row.type.startsWith('text/') ? `${row.type}; charset=utf-8` : row.type,
        'Content-Length': String(row.bytes),
        'Content-Disposition': attachment(row.name),
      });
    });

/** https://www.rfc-editor.org/rfc/rfc6266, with the name in UTF-8 beside one that every program reads. */
function attachment(name: string): string {
  const plain = name.replace(/[^\w. -]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
