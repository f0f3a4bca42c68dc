/** One file on its way, as an entry of a list: how far it is, and what can be done where it stopped. */

export type Transfer = {
  entry: HTMLElement;
  /** From 0 to 1; at 1 it has left and is being looked into. */
  show: (share: number) => void;
  /** Say why it stopped. Without `again` it can only be put away. */
  stop: (message: string, again: (() => void) | undefined) => void;
};

export function transferOf(name: string): Transfer {
  const bar = document.createElement('progress');
  bar.max = 1;
  bar.setAttribute('aria-label', name);
  const state = element('span', 'usa-hint', 'Waiting');
  const buttons = element('span', 'evidence-files__buttons');
  const entry = element('li', 'evidence-files__file');
  entry.tabIndex = -1;
  entry.append(element('span', 'evidence-files__name', name), bar, state, buttons);
  return {
    entry,
    show(share) {
      buttons.replaceChildren();
      bar.hidden = false;
      state.className = 'usa-hint';
      state.textContent = share < 1 ? `${Math.floor(share * 100)} %` : 'Being looked into and rebuilt';
      if (share < 1) bar.value = share;
      // Without a value it shows that something happens, not how much of it.
      else bar.removeAttribute('value');
    },
    stop(message, again) {
      bar.hidden = true;
      state.className = 'usa-error-message';
      state.textContent = message;
      buttons.replaceChildren(
        ...(again ? [button('Try again', name, () => withFocus(entry, again))] : []),
        button('Put away', name, () => entry.remove()),
      );
    },
  };
}

/** The button that was pressed goes away, and the focus with it. */
function withFocus(entry: HTMLElement, act: () => void): void {
  entry.focus();
  act();
}

function button(text: string, name: string, onClick: () => void): HTMLElement {
  const made = element('button', 'usa-button usa-button--outline', text);
  made.setAttribute('type', 'button');
  made.append(element('span', 'usa-sr-only', ` ${name}`));
  made.addEventListener('click', onClick);
  return made;
}

export function element(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}
