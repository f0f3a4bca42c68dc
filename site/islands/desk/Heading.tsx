/** The heading of a view. It names the page too, and takes the focus when somebody arrives, so that reading begins here. */
import { useEffect, useRef } from 'preact/hooks';
import { useDesk } from './context.ts';

const CLASS = 'desk-heading';
/** Move the focus back to the heading of the view, where what held it has gone. */
export const focusHeading = () => document.querySelector<HTMLElement>(`.${CLASS}`)?.focus();

export function Heading({ children, after }: { children: string; after?: unknown }) {
  const { isJustOpened, session } = useDesk();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${children} · Review desk · Patch Commons`;
  }, [children]);
  useEffect(() => {
    if (!isJustOpened.current) heading.current?.focus();
    isJustOpened.current = false;
  }, [after, session]);
  return (
    <h1 class={CLASS} tabIndex={-1} ref={heading}>
      {children}
    </h1>
  );
}
