/** Whether the system lives, is ready, how it does, and what it signs with. */
import { createPublicKey, timingSafeEqual } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import { z } from 'zod';
import { isLoopback } from '#api/config.ts';
import type { Deps } from '#api/deps.ts';
import { AppError, problemResponse } from '#api/errors.ts';
import type { Metrics } from '#api/metrics.ts';
import { keyFingerprint } from '#api/review/receipt.ts';
import { section } from './describe.ts';

const { shows } = section('System');
type Needs = Pick<Deps, 'db' | 'site' | 'publicUrl' | 'receiptKey'> & {
  metrics: Metrics;
  metricsToken: string | undefined;
};

const health = z.strictObject({ status: z.literal('ok') }).meta({ id: 'Health' });
const signingKey = z
  .strictObject({ key: z.string().meta({ description: 'SHA-256 fingerprint, in hex' }), pem: z.string() })
  .meta({ id: 'SigningKey' });

export const systemRoutes = (deps: Needs) =>
  new Hono()
    .get('/health', shows('Say that the process lives', health), (c) => c.json({ status: 'ok' as const }))
    .get('/ready', shows('Say that database and site are there', health), async (c) => {
      await deps.db.execute(sql`select 1`);
      if (deps.site.current() === undefined)
        return problemResponse({
          type: 'about:blank',
          title: 'The site has not been built yet',
          status: 503,
        });
      return c.json({ status: 'ok' as const });
    })
    .get('/receipt-key', shows('Give the public key that receipts are signed with', signingKey), (c) => {
      const publicKey = createPublicKey(deps.receiptKey);
      return c.json({
        key: keyFingerprint(publicKey),
        pem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
      });
    })
    .get('/metrics', describeRoute({ summary: 'Prometheus text', tags: ['System'] }), async (c) => {
      if (!mayReadMetrics(deps, c.req.header('authorization')))
        throw new AppError('unauthorized', 'Send METRICS_TOKEN as a bearer token.');
      return c.text(await deps.metrics.registry.metrics(), 200, {
        'Content-Type': deps.metrics.registry.contentType,
      });
    });

/** Open on loopback; elsewhere by token, and closed where none is set. */
function mayReadMetrics({ publicUrl, metricsToken }: Needs, authorization = ''): boolean {
  if (metricsToken === undefined) return isLoopback(publicUrl);
  const [given, wanted] = [Buffer.from(authorization), Buffer.from(`Bearer ${metricsToken}`)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
