/** Two revisions as one text with what was added and removed. Each change is also named, since a line through a word is silent. */
import type { Content } from '#schemas/submission.ts';
import { changedFields, type Part } from './differences.ts';

export function Differences({ before, after }: { before: Content; after: Content }) {
  const changed = changedFields(before, after);
  if (changed.length === 0) return <p>Nothing differs between these two.</p>;
  return (
    <dl class="desk-fields">
      {changed.map(({ label, parts }) => (
        <div key={label} class="desk-fields__field">
          <dt>{label}</dt>
          <dd class="desk-as-written">
            {parts.map((part, position) => (
              <Words key={position} {...part} />
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Words({ text, change }: Part) {
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
