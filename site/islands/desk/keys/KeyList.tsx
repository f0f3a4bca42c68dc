/** A button that shows the keys of the desk, and lets one switch them off. */
import { useRef } from 'preact/hooks';
import { KEYS, PART_KEYS } from './keys.ts';
import { useKeys } from './use-keys.ts';

export function KeyList() {
  const { areOn, turn } = useKeys();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const open = () => {
    dialog.current?.showModal();
    heading.current?.focus();
  };
  return (
    <>
      <button class="usa-button usa-button--unstyled" type="button" data-key="?" onClick={open}>
        Keys
      </button>
      <dialog class="desk-keys" ref={dialog} aria-labelledby="keys">
        <h2 id="keys" tabIndex={-1} ref={heading}>
          Keys of the desk
        </h2>
        <p>They do nothing while you type or choose in a field.</p>
        <dl>
          {Object.entries({
            ...KEYS,
            [PART_KEYS]: 'Open a part of the submission, as they stand in their row',
          }).map(([key, does]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <div class="usa-checkbox">
          <input
            class="usa-checkbox__input"
            type="checkbox"
            id="use-keys"
            checked={areOn}
            onChange={(event) => turn(event.currentTarget.checked)}
          />
          <label class="usa-checkbox__label" for="use-keys">
            Use these keys. Switch them off if you speak to your computer: this browser remembers it
          </label>
        </div>
        <form method="dialog">
          <button class="usa-button" type="submit">
            Close
          </button>
        </form>
      </dialog>
    </>
  );
}
