/**
 * The keys of the desk: single letters, so that a queue can be worked through without a mouse. They do nothing while
 * somebody types or chooses in a field, nor together with Ctrl, Alt or the command key. Pure.
 */

/** What a key follows is marked with `data-key` where it stands; what `j` and `k` go through, with `data-row`. */
// biome-ignore format: a table is read by column
export const KEYS = {
  j: 'Go to the next submission of the list; Enter opens it',
  k: 'Go to the one before',
  n: 'Open what waits for you next',
  u: 'Back to the queue, to where you were',
  a: 'Go to what you can do with the submission',
  '/': 'Search the queue',
  '?': 'Show these keys',
} as const;
export type Key = keyof typeof KEYS | `${number}`;

/** The parts of a submission are numbered as they stand. */
export const PART_KEYS = '1 to 7';

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'defaultPrevented'>;

/** The key of the desk that was pressed, if it was one; `isField`: what has the focus takes letters itself. */
export function keyOf(pressed: Pressed, isField: boolean): Key | undefined {
  const { key, ctrlKey, altKey, metaKey, defaultPrevented } = pressed;
  if (isField || ctrlKey || altKey || metaKey || defaultPrevented) return undefined;
  return isKey(key) ? key : undefined;
}

const isKey = (key: string): key is Key => Object.hasOwn(KEYS, key) || /^[1-7]$/.test(key);

/** Of `count` rows the one to go to from row `at`, which is -1 where none has the focus. It stops at either end. */
export const rowFrom = (key: 'j' | 'k', at: number, count: number): number =>
  Math.max(0, Math.min(count - 1, key === 'j' ? at + 1 : at - 1));
