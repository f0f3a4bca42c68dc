/** Enter presses the first button of a form. Without this one it would press “Remove”. */
export const DefaultButton = () => (
  <button class="usa-sr-only" type="submit" tabIndex={-1} aria-hidden="true">
    Send it
  </button>
);
