/** Follows the keys of the desk: a link or button is pressed, anything else takes the focus. */
import { useEffect, useState } from 'preact/hooks';
import { type Key, keyOf, rowFrom } from './keys.ts';

/** Whether somebody has switched the keys off, in this browser: programs that are spoken to type letters too. */
const SWITCH = 'patch-commons-desk-keys';

/** Letters belong to what has the focus here, or to the dialogue that is open. */
const TAKES_LETTERS = 'input, textarea, select, dialog, [contenteditable]';

export function useKeys() {
  const [areOn, setOn] = useState(readSwitch);
  useEffect(() => {
    if (!areOn) return;
    document.addEventListener('keydown', follow);
    return () => document.removeEventListener('keydown', follow);
  }, [areOn]);
  const turn = (on: boolean) => {
    keepSwitch(on);
    setOn(on);
  };
  return { areOn, turn };
}

function follow(event: KeyboardEvent): void {
  const { target } = event;
  const key = keyOf(event, target instanceof Element && target.closest(TAKES_LETTERS) !== null);
  const to = key && placeOf(key);
  if (!to) return;
  event.preventDefault();
  if (to.matches('a, button') && key !== 'j' && key !== 'k') to.click();
  else reveal(to);
}

function placeOf(key: Key): HTMLElement | undefined {
  if (key !== 'j' && key !== 'k') return shown(`[data-key="${key}"]`)[0];
  const rows = shown('[data-row]');
  const at = rows.findIndex((row) => row.matches(':focus'));
  return rows[rowFrom(key, at, rows.length)];
}

/** While somebody signs in again the desk is behind that form, and no key reaches it. */
const shown = (selector: string): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>(selector)].filter((one) => one.closest('[hidden]') === null);

/** Focus it; on a small screen it may be folded away, and the button that unfolds it stands before it. */
function reveal(to: HTMLElement): void {
  to.focus();
  const button = to.closest('.desk-folds--closed')?.previousElementSibling;
  if (to.matches(':focus') || !(button instanceof HTMLElement)) return;
  button.click();
  requestAnimationFrame(() => to.focus());
}

function readSwitch(): boolean {
  try {
    return localStorage.getItem(SWITCH) !== 'off';
  } catch {
    return true;
  }
}

function keepSwitch(on: boolean): void {
  try {
    if (on) localStorage.removeItem(SWITCH);
    else localStorage.setItem(SWITCH, 'off');
  } catch {
    // A browser that keeps nothing has them off until the page is loaded again.
  }
}
