/**
 * What was typed and is not on the server yet, kept in this browser so that neither a crash nor a lost connection takes it.
 * A place, such as a step of a draft, has a key for each window: a window takes up the newest that was left by one that is
 * gone, or begins its own. It goes as soon as the server has it, or once its time is over.
 */
import { z } from 'zod';
import { isSame } from '#site/forms/draft/same.ts';

const part = z.record(z.string(), z.unknown());
const kept = z.strictObject({
  typed: part,
  over: part.optional(),
  sent: part.optional(),
  typedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});
/**
 * `over`: what the server had when it was typed. Whoever finds something else there is shown both, unless it is `sent`: what
 * left this page and was not answered. `expiresAt`: when nobody comes back for it any more, as far as this page knew.
 */
export type Kept = z.infer<typeof kept>;
export type Unsaved = Omit<Kept, 'typedAt'>;

/** The browser: what it stores, and which keys its living windows hold. */
export type Around = {
  /** Absent where it is switched off. */
  storage: Storage | undefined;
  /** Hold a key for as long as this window lives. Says whether no other window does. */
  hold: (key: string) => Promise<boolean>;
};

/** The key of one window at one place. */
export type Mirror = { read: () => Kept | undefined; keep: (what: Unsaved) => void; drop: () => void };

const PREFIX = 'patch-commons.unsaved.';
const prefixOf = (place: string) => `${PREFIX}${place}.`;

/** Take up the newest of what windows that are gone have left at a place and is `wanted`, or begin anew. */
export async function openMirror(
  { storage, hold }: Around,
  place: string,
  wanted: (left: Kept) => boolean = () => true,
): Promise<Mirror> {
  const left = storage ? listLeft(storage, prefixOf(place)).filter((one) => wanted(one.kept)) : [];
  for (const { key } of left) if (await hold(key)) return mirrorAt(storage, key);
  const key = `${prefixOf(place)}${crypto.getRandomValues(new Uint32Array(2)).join('-')}`;
  await hold(key);
  return mirrorAt(storage, key);
}

function mirrorAt(storage: Storage | undefined, key: string): Mirror {
  const read = () => storage && readAt(storage, key);
  const keep = (what: Unsaved) => {
    const before = read();
    // Whoever tries in vain to save has not typed anything new.
    const isOld = before !== undefined && isSame(before.typed, what.typed);
    const typedAt = isOld ? before.typedAt : new Date().toISOString();
    const text = JSON.stringify({ ...what, typedAt });
    // Browsers write to their disk rarely, and more rarely the more there is to write.
    if (text === storage?.getItem(key)) return;
    // A full or forbidden storage keeps nothing; the form itself still holds everything.
    try {
      storage?.setItem(key, text);
    } catch {}
  };
  return { read, keep, drop: () => storage?.removeItem(key) };
}

/** Forget what was never saved and whose time is over, but for `besides`, a place whose page has just been opened. */
export function dropLapsed(storage: Storage | undefined, now: Date, besides?: string): void {
  if (!storage) return;
  for (const key of keysOf(storage, PREFIX)) {
    if (besides !== undefined && key.startsWith(prefixOf(besides))) continue;
    if (!(Date.parse(readAt(storage, key)?.expiresAt ?? '') > now.getTime())) storage.removeItem(key);
  }
}

/** The newest first. */
const listLeft = (storage: Storage, prefix: string): { key: string; kept: Kept }[] =>
  keysOf(storage, prefix)
    .flatMap((key) => {
      const found = readAt(storage, key);
      return found ? [{ key, kept: found }] : [];
    })
    .toSorted((one, other) => other.kept.typedAt.localeCompare(one.kept.typedAt));

const keysOf = (storage: Storage, prefix: string): string[] =>
  Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter((key) =>
    key.startsWith(prefix),
  );

const readAt = (storage: Storage, key: string): Kept | undefined =>
  kept.safeParse(jsonOf(storage.getItem(key))).data;

function jsonOf(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Milliseconds. A page that is left gives its keys back only some time after the next one has opened. Where another window
 * has something unsaved at the same place, it is waited for in vain.
 */
const PATIENCE = 2_000;

/** The browser that this page runs in. */
export const thisBrowser = (patience = PATIENCE): Around => ({
  storage: browserStorage(),
  hold: (key) => holdInBrowser(key, patience),
});

function browserStorage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}

/** Browsers know locks on secure pages only. Elsewhere nobody can tell which windows live, and the newest is taken up. */
function holdInBrowser(key: string, patience: number): Promise<boolean> {
  if (!('locks' in navigator)) return Promise.resolve(true);
  return new Promise((resolve) => {
    const forever = () => {
      resolve(true);
      return new Promise(() => {});
    };
    navigator.locks
      .request(key, { signal: AbortSignal.timeout(patience) }, forever)
      .catch(() => resolve(false));
  });
}
