/** The environment, read once and parsed strictly. Only `server.ts` calls this. */
import { z } from 'zod';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

const flag = z.enum(['true', 'false'], { error: 'use true or false' }).transform((value) => value === 'true');

const environment = z
  .object({
    PORT: z.coerce.number({ error: 'use a port number' }).int().min(0).max(65_535).default(4321),
    HOST: z.string().default('127.0.0.1'),
    PUBLIC_URL: z
      .url({ protocol: /^https?$/, error: 'use an address like https://patches.example.org' })
      .optional(),
    DATABASE_URL: z.string().optional(),
    DATA_DIR: z.string().default('.data'),
    RECORDS_DIR: z.string().optional(),
    PUBLISH_GIT: z.enum(['commit', 'off'], { error: 'use commit or off' }).default('off'),
    SECRET: z.string().min(32, 'use at least 32 characters').optional(),
    SMTP_URL: z.string().optional(),
    MAIL_FROM: z.string().default('Patch Commons <no-reply@localhost>'),
    ESCALATION_ADDRESS: z.email({ error: 'use an e-mail address' }).optional(),
    METRICS_TOKEN: z.string().min(16, 'use at least 16 characters').optional(),
    TRUST_PROXY: flag.default(false),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
    DEMO: flag.default(false),
  })
  .transform((env) => ({
    ...env,
    PUBLIC_URL: (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/$/, ''),
  }));

export type Config = z.infer<typeof environment>;

/** A setting that cannot be used: the message names each of them, on one line. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/** Parse the environment. An empty variable counts as absent. Throws `ConfigError`. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const present = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = environment.safeParse(present);
  if (!parsed.success)
    throw new ConfigError(
      parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '),
    );
  if (!isLoopback(parsed.data.PUBLIC_URL) && !parsed.data.SMTP_URL)
    throw new ConfigError(
      'SMTP_URL: letters hold secret links and are printed on loopback only; set it, or leave PUBLIC_URL at localhost',
    );
  return parsed.data;
}

/** Whether an address is this machine alone. */
export const isLoopback = (address: string) => LOOPBACK.includes(new URL(address).hostname);
