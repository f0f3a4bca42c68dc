/** Counters for Prometheus, one registry an app. Labels name routes and states, never people or submissions. */
import { createMiddleware } from 'hono/factory';
import { matchedRoutes } from 'hono/route';
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

export type Metrics = ReturnType<typeof createMetrics>;

export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const answered = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time until a request was answered',
    labelNames: ['method', 'route', 'status'],
    registers: [registry],
  });
  const jobs = new Counter({
    name: 'jobs_total',
    help: 'Attempts at jobs',
    labelNames: ['queue', 'outcome'],
    registers: [registry],
  });
  const observe = createMiddleware(async (c, next) => {
    const end = answered.startTimer({ method: c.req.method });
    await next();
    end({ route: matchedRoutes(c).at(-1)?.path ?? 'none', status: c.res.status });
  });
  return { registry, observe, jobs };
}
