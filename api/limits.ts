/**
 * How often one address or account may do what costs us something, or what a guesser would repeat.
 * Counted in the database where several processes share it, in memory where this is the only one, and in memory while the
 * database refuses. Keys are HMACs under a key of the day: neither addresses nor accounts are stored.
 */
import { createHmac } from 'node:crypto';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Db } from './db/client.ts';
import { type Attempt, countAttempts, removeCount, removeEndedCounts } from './db/limits.ts';
import { AppError } from './errors.ts';
import { together } from './together.ts';

const HOUR = 3600;

/** `points` within `seconds`, for each key. */
// biome-ignore format: a table is read by column
export const LIMITS = {
  submit:        { points: 60, seconds: HOUR },     // submissions, by address; an office may share one
  comment:       { points: 30, seconds: HOUR },     // comments sent and changed, by address
  drafts:        { points: 60, seconds: HOUR },     // drafts begun, by address
  evidence:      { points: 100, seconds: HOUR },    // files looked into, by submission
  confirm:       { points: 12, seconds: HOUR },     // confirmations mailed, by addressee
  confirm_comment: { points: 12, seconds: HOUR },   // confirmations of comments mailed, by addressee
  open:          { points: 30, seconds: HOUR / 4 }, // secret codes tried, by address
  links:         { points: 10, seconds: HOUR },     // letters asked for, by address
  letters:       { points: 3, seconds: HOUR },      // letters asked for, by addressee
  account:       { points: 120, seconds: 600 },     // calls about one's own account, by address
  sign_in:       { points: 60, seconds: 600 },      // passwords tried, by address
  sign_in_email: { points: 10, seconds: 900 },      // passwords tried in a row, by account; a known browser apart
  second_factor: { points: 10, seconds: 900 },      // codes tried in a row, likewise; within a session by session
  totp_code:     { points: 1, seconds: 90 },        // uses of one right code; it stays right for three times 30 s
} as const;
export type LimitName = keyof typeof LIMITS;

/** Attempts that one statement counts at most. */
const MOST_TOGETHER = 100;

export type Limits = {
  /** Count one attempt. Throws `too_many` with Retry-After in seconds once the points are used up. */
  consume: (name: LimitName, key: string) => Promise<void>;
  /** Forget the attempts of a key. */
  clear: (name: LimitName, key: string) => Promise<void>;
  /** Who sent a request, as the key of a limit that goes by address. */
  addressOf: (c: Context) => string;
  /** Delete counts that ended, and answer how many. To be called now and then. */
  removeExpired: () => Promise<number>;
};

export type LimitsDeps = {
  /** The database that other processes share. Absent: counted in memory alone, and forgotten when the process ends. */
  db?: Db;
  secret: string;
  now: () => Date;
  /** Whether a proxy stands in front and appends the address it saw to X-Forwarded-For. */
  trustProxy?: boolean;
};

export function createLimits({ db, secret, now, trustProxy = false }: LimitsDeps): Limits {
  const hidden = (key: string) => hmac(hmac(secret, `limits ${now().toISOString().slice(0, 10)}`), key);
  const inMemory = countersInMemory();
  const shared =
    db && together(MOST_TOGETHER, (attempts: readonly Attempt[]) => countAttempts(db, attempts, now()));

  return {
    consume: async (name, key) => {
      const { points, seconds } = LIMITS[name];
      const counter = hidden(key);
      const counted = await shared?.({ key: `${name}:${counter}`, seconds }).catch(() => undefined);
      if (!counted) await consumeInMemory(inMemory[name], counter);
      else if (counted.number > points) throw tooMany((counted.ends.getTime() - now().getTime()) / 1000);
    },
    clear: async (name, key) => {
      const counter = hidden(key);
      await inMemory[name].delete(counter);
      if (db) await removeCount(db, `${name}:${counter}`);
    },
    addressOf: (c) => network((trustProxy && forwardedFor(c)) || getConnInfo(c).remote.address || ''),
    removeExpired: async () => (db ? removeEndedCounts(db, now()) : 0),
  };
}

/** The refusal of one attempt too many, with the time to wait. */
export function tooMany(seconds: number): AppError {
  const wait = Math.max(1, Math.ceil(seconds));
  const minutes = Math.ceil(wait / 60);
  return new AppError('too_many', `Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`, {
    headers: { 'Retry-After': String(wait) },
  });
}

const countersInMemory = () =>
  Object.fromEntries(
    Object.entries(LIMITS).map(([name, { points, seconds }]) => [
      name,
      new RateLimiterMemory({ keyPrefix: name, points, duration: seconds }),
    ]),
  ) as Record<LimitName, RateLimiterMemory>;

async function consumeInMemory(counters: RateLimiterMemory, key: string): Promise<void> {
  await counters.consume(key).catch((refused: unknown) => {
    throw refused instanceof RateLimiterRes ? tooMany(refused.msBeforeNext / 1000) : refused;
  });
}

const hmac = (key: string, text: string) => createHmac('sha256', key).update(text).digest('base64url');

/** The entry that our own proxy appended; those before it are whatever the client wrote. */
const forwardedFor = (c: Context) => c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();

/** IPv6 by its first 64 bits: that is what one household or server is given. */
function network(address: string): string {
  const plain = address.replace(/^::ffff:/i, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail = ''] = plain.split('::');
  const groups = head.split(':');
  const missing = plain.includes('::') ? 8 - groups.length - tail.split(':').length : 0;
  return [...groups, ...Array<string>(Math.max(0, missing)).fill('0'), ...tail.split(':')]
    .slice(0, 4)
    .join(':');
}
