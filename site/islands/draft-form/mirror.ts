/**
 * What was typed at a step and is not saved yet, kept in this browser so that neither a crash nor a lost connection takes
 * it. Gone as soon as the server has it, or once its draft has lapsed.
 */
import { z } from 'zod';
import type { FormStep } from '#site/forms/draft/steps.ts';

const part = z.record(z.string(), z.unknown());
const unsaved = z.strictObject({
  typed: part,
  over: part.optional(),
  sent: part.optional(),
  expiresAt: z.iso.datetime(),
});
/**
 * `over`: what the server had at this step when it was typed. Whoever finds something else there is shown both, unless it
 * is `sent`: what left this page and was not answered. `expiresAt`: when the draft lapses, as far as this page knew.
 */
export type Unsaved = z.infer<typeof unsaved>;

const PREFIX = 'patch-commons.unsaved.';
/** A key each, so that two windows at two steps keep what is theirs. */
const keyOf = (draft: string, { id }: FormStep) => `${PREFIX}${draft}.${id}`;

/** The storage of this browser, or `undefined` where it is switched off. */
export function browserStorage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}

/** What an earlier visit could not save of one step, if anything. */
export function readUnsaved(
  storage: Storage | undefined,
  draft: string,
  step: FormStep,
): Unsaved | undefined {
  return storage && readAt(storage, keyOf(draft, step));
}

const readAt = (storage: Storage, key: string): Unsaved | undefined =>
  unsaved.safeParse(jsonOf(storage.getItem(key))).data;

function jsonOf(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A full or forbidden storage keeps nothing; the form itself still holds everything. */
export function keepUnsaved(
  storage: Storage | undefined,
  draft: string,
  step: FormStep,
  what: Unsaved,
): void {
  try {
    storage?.setItem(keyOf(draft, step), JSON.stringify(what));
  } catch {}
}

export const dropUnsaved = (storage: Storage | undefined, draft: string, step: FormStep) =>
  storage?.removeItem(keyOf(draft, step));

/** Forget what was never saved of other drafts that have lapsed since: nobody comes back for it. */
export function dropLapsed(storage: Storage | undefined, draft: string, now: Date): void {
  if (!storage) return;
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  for (const key of keys.filter((one) => one.startsWith(PREFIX) && !one.startsWith(`${PREFIX}${draft}.`)))
    if (!(Date.parse(readAt(storage, key)?.expiresAt ?? '') > now.getTime())) storage.removeItem(key);
}
