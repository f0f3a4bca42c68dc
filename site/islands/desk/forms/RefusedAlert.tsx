/** Why something was not done, and what to do now. */
import type { ComponentChildren, Ref } from 'preact';
import type { Refused } from '../problem.ts';

type Props = { refused: Refused; focusRef?: Ref<HTMLDivElement>; children?: ComponentChildren };

export const RefusedAlert = ({ refused, focusRef, children }: Props) => (
  <div class="usa-alert usa-alert--error" role="alert" tabIndex={-1} ref={focusRef ?? null}>
    <div class="usa-alert__body">
      <p class="usa-alert__heading">{refused.title}</p>
      <p class="usa-alert__text">{refused.detail}</p>
      {children}
    </div>
  </div>
);
