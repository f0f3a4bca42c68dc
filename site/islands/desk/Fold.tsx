/**
 * What a small screen keeps behind a button and a wide one shows at once. The elements are there once: a style sheet decides
 * whether there is a button.
 */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

type Props = {
  /** Of what is folded. */
  id: string;
  /** What the button is called: what is behind it, and where one is. */
  label: ComponentChildren;
  /** It closes again when this changes: somebody chose a link in it. */
  at: string;
  children: ComponentChildren;
};

export function Fold({ id, label, at, children }: Props) {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => setOpen(false), [at]);
  return (
    <>
      <button
        class="desk-fold"
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {label}
      </button>
      <div id={id} class={isOpen ? 'desk-folds' : 'desk-folds desk-folds--closed'}>
        {children}
      </div>
    </>
  );
}
