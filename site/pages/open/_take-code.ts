/** The secret code arrives behind the `#` of a link, which browsers send to nobody. */

type Place = Pick<Window, 'location' | 'history'>;

/** Take the code out of the address, as `fillCode` does, and send the form with it. Does nothing if there is none. */
export function takeCode(form: HTMLFormElement, place: Place): void {
  if (fillCode(form, place)) form.submit();
}

/**
 * Take the code out of the address, so that neither the history nor a shared link keeps it, and put it into the form.
 * Says whether the address held one.
 */
export function fillCode(form: HTMLFormElement, { location, history }: Place): boolean {
  const code = textOf(location.hash.slice(1));
  const field = form.elements.namedItem('code');
  if (code === '' || !(field instanceof HTMLInputElement)) return false;
  history.replaceState(null, '', location.pathname);
  field.value = code;
  return true;
}

function textOf(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
