/** One thing of one’s own in a list, and the button that ends it. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Answer } from '../call.ts';
import { RefusedAlert } from '../forms/RefusedAlert.tsx';
import type { Refused } from '../problem.ts';

type Props = {
  name: string;
  button: string;
  end: () => Promise<Answer<void>>;
  onEnded: () => Promise<void>;
  children: ComponentChildren;
};

export function OwnThing({ name, button, end, onEnded, children }: Props) {
  const [refused, setRefused] = useState<Refused>();
  const press = async () => {
    const answer = await end();
    setRefused(answer.ok ? undefined : answer.refused);
    if (answer.ok) await onEnded();
  };
  return (
    <li>
      <h3>{name}</h3>
      {children}
      {refused && <RefusedAlert refused={refused} />}
      <button class="usa-button usa-button--outline" type="button" onClick={press}>
        {button}
        <span class="usa-sr-only">: {name}</span>
      </button>
    </li>
  );
}
