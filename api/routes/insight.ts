/** Figures of the desk and tables to take away. To be mounted at `/api/desk`. */
import { Readable } from 'node:stream';
import { type Context, Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import { z } from 'zod';
import {
  EXPORT_FORMATS,
  type ExportFormat,
  exportPages,
  exportWithContacts,
  writeExport,
} from '#api/actions/export-queue.ts';
import { showInsight } from '#api/actions/show-insight.ts';
import type { Deps } from '#api/deps.ts';
import { requirePerson, requireProof } from '#api/require-person.ts';
import { validate } from '#api/validate.ts';
import { insight } from '#schemas/insight.ts';
import { queueFilter } from '#schemas/queue.ts';
import { section } from './describe.ts';

const { shows } = section('Desk');
const filter = queueFilter.omit({ after: true });
const asked = z.strictObject({ format: z.enum(EXPORT_FORMATS, { error: 'Choose “csv” or “json”' }) });
const TYPES = { csv: 'text/csv; charset=utf-8', json: 'application/json' } as const;

const takes = (summary: string) =>
  describeRoute({
    summary,
    tags: ['Desk'],
    responses: { 200: { description: 'A table', content: { 'text/csv': {}, 'application/json': {} } } },
  });

/** Send a file while it is made. What breaks off breaks the download off too: half a table would pass for a whole one. */
function sendFile({ log }: Deps, c: Context, format: ExportFormat, parts: AsyncIterable<string>): Response {
  const sent = Readable.toWeb(Readable.from(encoded(log, parts))) as ReadableStream<Uint8Array>;
  return c.body(sent, 200, {
    'Content-Type': TYPES[format],
    'Content-Disposition': `attachment; filename="submissions.${format}"`,
  });
}

async function* encoded(log: Deps['log'], parts: AsyncIterable<string>) {
  const encoder = new TextEncoder();
  try {
    for await (const part of parts) yield encoder.encode(part);
  } catch (error) {
    log.error({ err: error }, 'An export broke off');
    throw error;
  }
}

export const insightRoutes = (deps: Deps) =>
  new Hono()
    .get('/insight', shows('Tell the figures of the desk', insight), requirePerson(deps), async (c) =>
      c.json(await showInsight(deps, c.var.person)),
    )
    .get(
      '/export/:format',
      takes('Take what you may see as a table, without personal data'),
      requirePerson(deps),
      validate('param', asked),
      validate('query', filter),
      (c) => {
        const { format } = c.req.valid('param');
        const pages = exportPages(deps, c.var.person, c.req.valid('query'));
        return sendFile(deps, c, format, writeExport(format, pages));
      },
    )
    // Reading contacts leaves events, so another site must not be able to have it done by a link.
    .post(
      '/export/:format',
      takes('The same with contacts; for editors, and each that is read leaves an event'),
      requirePerson(deps),
      requireProof(deps, 'read_contact'),
      validate('param', asked),
      validate('query', filter),
      async (c) => {
        const { format } = c.req.valid('param');
        const rows = await exportWithContacts(deps, c.var.person, c.req.valid('query'));
        return sendFile(deps, c, format, writeExport(format, [rows]));
      },
    );
