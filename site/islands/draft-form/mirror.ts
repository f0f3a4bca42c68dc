/**
 * What was typed and is not saved yet, kept in this browser so that neither a crash nor a lost connection takes it. Gone as
 * soon as the server has it.
 */
import { z } from 'zod';
import { type DraftValues, draftValues } from '#schemas/draft.ts';

const unsaved = z.strictObject({ version: z.int(), step: z.string(), values: draftValues });
/** `version`: what the values were made from. */
export type Unsaved = { version: number; step: string; values: DraftValues };

const keyOf = (id: string) => `patch-commons.unsaved.${id}`;

/** The storage of this browser, or `undefined` where it is switched off. */
export function browserStorage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}

/** What an earlier visit could not save of one step, if anything. */
export function readUnsaved(storage: Storage | undefined, id: string, step: string): Unsaved | undefined {
  const parsed = unsaved.safeParse(jsonOf(storage?.getItem(keyOf(id)) ?? null));
  return parsed.success && parsed.data.step === step ? parsed.data : undefined;
}

function jsonOf(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Says whether it could be kept. A full or forbidden storage keeps nothing; the form itself still holds everything. */
export function keepUnsaved(storage: Storage | undefined, id: string, what: Unsaved): boolean {
  try {
    storage?.setItem(keyOf(id), JSON.stringify(what));
    return storage !== undefined;
  } catch {
    return false;
  }
}

export const dropUnsaved = (storage: Storage | undefined, id: string) => storage?.removeItem(keyOf(id));
