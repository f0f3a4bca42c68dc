/** Two revisions as one text with what was added and removed. */
import type { Content } from '#schemas/submission.ts';
import { ChangedWords } from '#site/record/ChangedWords.tsx';
import { changedFields } from './differences.ts';

export function Differences({ before, after }: { before: Content; after: Content }) {
  const changed = changedFields(before, after);
  if (changed.length === 0) return <p>Nothing differs between these two.</p>;
  return (
    <dl class="desk-fields">
      {changed.map(({ label, parts }) => (
        <div key={label} class="desk-fields__field">
          <dt>{label}</dt>
          <dd class="desk-as-written">
            <ChangedWords parts={parts} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
