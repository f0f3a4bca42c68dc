/**
 * The draft that this browser keeps while a lesson is typed. It holds the lesson alone: name, address and consent are
 * typed anew. It never leaves the device.
 */
import { z } from 'zod';
import { type LessonDraft, lessonDraft } from '#schemas/draft.ts';
import { filledIn } from '#site/forms/check.ts';
import type { FormValues } from '#site/forms/names.ts';

const KEY = 'patch-commons.lesson-draft.1';

const kept = z.strictObject({ savedAt: z.iso.datetime(), content: lessonDraft });
export type KeptDraft = { savedAt: string; content: LessonDraft };

/** The storage of this browser, or `undefined` where it is switched off. */
export function browserStorage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}

/** The kept draft, or `undefined` if there is none that today's form could show. */
export function readDraft(storage: Storage | undefined): KeptDraft | undefined {
  const parsed = kept.safeParse(jsonOf(storage?.getItem(KEY) ?? null));
  return parsed.success
    ? { savedAt: parsed.data.savedAt, content: parsed.data.content as LessonDraft }
    : undefined;
}

function jsonOf(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Keep what is typed; a form with nothing in it keeps nothing. Answers whether it could be kept. */
export function keepDraft(storage: Storage | undefined, { content }: FormValues, at: Date): boolean {
  const { release: _, ...typed } = filledIn(isObject(content) ? content : {});
  if (!storage || Object.keys(typed).length === 0) return false;
  try {
    storage.setItem(
      KEY,
      JSON.stringify({ savedAt: at.toISOString(), content: filledIn({ content }).content }),
    );
    return true;
  } catch {
    // The storage is full or forbidden. The form itself still holds everything.
    return false;
  }
}

const isObject = (value: unknown): value is FormValues => typeof value === 'object' && value !== null;

export const dropDraft = (storage: Storage | undefined) => storage?.removeItem(KEY);
