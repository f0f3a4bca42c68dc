/** What this browser keeps of an offering until it is sent: for an offering there is no draft on the server. */
import { isSame } from '#site/forms/draft/same.ts';
import type { FormValues } from '#site/forms/names.ts';
import { type Around, dropLapsed, type Kept, type Mirror, openMirror, thisBrowser } from '../mirror.ts';

export const KEPT_DAYS = 90;
const PLACE = 'offering';
/** Milliseconds in which the page that sent it is surely gone. */
const GONE = 30_000;

/** It left this browser, and nobody has said yet that it arrived. */
export const isSent = ({ sent }: Kept): boolean => sent !== undefined;

/** Take up what a window that is gone has left, unless something else is `typed`. */
export async function openKept(typed: () => FormValues, around = thisBrowser()): Promise<Mirror> {
  dropLapsed(around.storage, new Date());
  const isWanted = (left: Kept) => !saysAnything(typed()) || isSame(left.typed, typed());
  const opened = await openMirror(around, PLACE, isWanted);
  const left = opened.read();
  // Whoever has begun to type meanwhile goes on with that. What is left stays for another time.
  return left && !isWanted(left) ? openMirror(around, PLACE, isWanted) : opened;
}

/** What was sent last: its answer is the page that asks. */
export const openSent = (around: Around = thisBrowser(GONE)): Promise<Mirror> =>
  openMirror(around, PLACE, isSent);

export function keepTyped(mirror: Mirror, typed: FormValues, sent?: FormValues): void {
  const expiresAt = new Date(Date.now() + KEPT_DAYS * 86_400_000).toISOString();
  if (saysAnything(typed)) mirror.keep({ typed, sent, expiresAt });
  else mirror.drop();
}

/** Whether anything was typed or chosen. Who may see the access to a product is chosen from the beginning. */
export function saysAnything({ content, contact }: FormValues): boolean {
  const { release, ...told } = Object(content ?? {}) as FormValues;
  return isFilled(told) || isFilled(contact);
}

const isFilled = (value: unknown): boolean =>
  typeof value === 'string'
    ? value.trim() !== ''
    : typeof value === 'object' && value !== null && Object.values(value).some(isFilled);
