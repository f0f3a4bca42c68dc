/** The secret code arrives behind the `#` of a link, which browsers send to nobody. */

/**
 * Take the code out of the address, so that neither the history nor a shared link keeps it, and send the form with it.
 * Does nothing if the address holds none.
 */
export function takeCode(
  form: HTMLFormElement,
  { location, history }: Pick<Window, 'location' | 'history'>,
): void {
  const code = textOf(location.hash.slice(1));
  const field = form.elements.namedItem('code');
  if (code === '' || !(field instanceof HTMLInputElement)) return;
  history.replaceState(null, '', location.pathname);
  field.value = code;
  form.submit();
}

function textOf(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
