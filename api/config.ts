/** The environment, read once and parsed strictly. Called by the programs: `server.ts` and those in `programs/`. */
import { z } from 'zod';

const LOOPBACK_HOSTS = ['localhost', '127.0.0.1', '::1'];

const flag = z.enum(['true', 'false'], { error: 'use true or false' }).transform((value) => value === 'true');

const environment = z
  .object({
    PORT: z.coerce.number({ error: 'use a port number' }).int().min(0).max(65_535).default(4321),
    HOST: z.string().default('127.0.0.1'),
    PUBLIC_URL: z
      .string()
      .refine(isOrigin, 'use an address like https://patches.example.org, without a path')
      .optional(),
    DATABASE_URL: z.string().optional(),
    DATA_DIR: z.string().default('.data'),
    RECORDS_DIR: z.string().optional(),
    PUBLISH_GIT: z.enum(['commit', 'off'], { error: 'use commit or off' }).default('off'),
    SECRET: z.string().min(32, 'use at least 32 characters').optional(),
    SMTP_URL: z.string().optional(),
    MAIL_FROM: z.string().default('Patch Commons <no-reply@localhost>'),
    ESCALATION_ADDRESS: z.email({ error: 'use an e-mail address' }).optional(),
    EVIDENCE_SCAN: z
      .string()
      .regex(/^\s*\//, 'begin with the whole path of a program, like /usr/bin/clamdscan --fdpass')
      .optional(),
    METRICS_TOKEN: z.string().min(16, 'use at least 16 characters').optional(),
    TRUST_PROXY: flag.default(false),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
    DEMO: flag.default(false),
  })
  .transform((env) => ({
    ...env,
    PUBLIC_URL: new URL(env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).origin,
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
  const unfit = unfitTogether(parsed.data);
  if (unfit.length > 0) throw new ConfigError(unfit.join('; '));
  return parsed.data;
}

/** What each setting allows by itself but not beside the others, because strangers would get what is for this machine alone. */
function unfitTogether({ PUBLIC_URL, HOST, SMTP_URL }: Config): string[] {
  const open = !isLoopback(PUBLIC_URL);
  const rules: [broken: boolean, message: string][] = [
    [
      !open && !LOOPBACK_HOSTS.includes(HOST),
      `HOST: others can reach ${HOST}; set PUBLIC_URL to the address by which they do, or leave HOST at 127.0.0.1`,
    ],
    [
      open && !PUBLIC_URL.startsWith('https:'),
      'PUBLIC_URL: use https; http is for this machine alone, because passwords and codes would be read on the way',
    ],
    [
      open && !SMTP_URL,
      'SMTP_URL: letters hold secret links and are printed on loopback only; set it, or leave PUBLIC_URL at localhost',
    ],
  ];
  return rules.filter(([broken]) => broken).map(([, message]) => message);
}

/** Whether a text is an address of a site by http or https, with nothing behind the host and port but a slash. */
function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, origin, href } = new URL(text);
  return /^https?:$/.test(protocol) && href === `${origin}/`;
}

/** Whether an address is this machine alone. */
export const isLoopback = (address: string) =>
  LOOPBACK_HOSTS.includes(new URL(address).hostname.replace(/^\[|\]$/g, ''));
