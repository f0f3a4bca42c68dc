/** A text with what was added and removed. Colour and line do not reach everybody, so each change is also named in words. */
import type { VNode } from 'preact';
import type { Part } from './differences.ts';

export const ChangedWords = ({ parts }: { parts: readonly Part[] }): VNode => (
  <>
    {parts.map((part, position) => (
      <Words key={position} {...part} />
    ))}
  </>
);

function Words({ text, change }: Part): VNode {
  if (change === 'same') return <>{text}</>;
  const Mark = change === 'added' ? 'ins' : 'del';
  return (
    <Mark>
      <span class="usa-sr-only"> {change}: </span>
      {text}
      <span class="usa-sr-only"> (end of what was {change}) </span>
    </Mark>
  );
}
