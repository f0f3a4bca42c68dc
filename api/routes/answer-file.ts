/** Answers a stored file. It is never shown in the browser under our name: each is an attachment in a sandbox. */
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { describeRoute } from 'hono-openapi';
import type { EvidenceRow } from '#api/db/evidence.ts';

/** A browser that shows a file in spite of everything runs nothing in it. Set last, over the policy of other answers. */
export const inSandbox = createMiddleware(async (c, next) => {
  await next();
  if (c.res.headers.has('Content-Disposition'))
    c.header('Content-Security-Policy', "sandbox; default-src 'none'; frame-ancestors 'none'");
});

export const answerFile = (
  c: Context,
  { row, content }: { row: EvidenceRow; content: ReadableStream<Uint8Array> },
) =>
  c.body(content, 200, {
    'Content-Type': row.type.startsWith('text/') ? `${row.type}; charset=utf-8` : row.type,
    'Content-Length': String(row.bytes),
    'Content-Disposition': attachment(row.name),
  });

/** Describes a call that answers a file, in the section `tag`. */
export const downloads = (summary: string, tag: string) =>
  describeRoute({
    summary,
    tags: [tag],
    responses: {
      200: {
        description: 'The file, as an attachment',
        content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
      },
    },
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
