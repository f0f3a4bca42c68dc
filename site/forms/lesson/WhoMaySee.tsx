/** A release level for each part that has one. The levels of a part are those of its schema. */
import { release } from '#schemas/submission.ts';
import { RELEASE_LEVEL_LABELS } from '#schemas/vocabulary.ts';
import { options, Select } from '../fields/Select.tsx';

const PARTS = [
  { part: 'period', label: 'When it happened', hint: 'Generalised: years only' },
  { part: 'timeline', label: 'Timeline', hint: 'Generalised: years, without notes' },
  { part: 'actions', label: 'What you did' },
  { part: 'result', label: 'How it ended' },
  { part: 'vulnerabilities', label: 'Vulnerabilities' },
  { part: 'technologies', label: 'Products and technologies' },
  { part: 'postPatchActions', label: 'Work that remained after patching' },
  { part: 'measures', label: 'Figures', hint: 'Generalised: orders of magnitude' },
  { part: 'sources', label: 'Public sources' },
] as const;

const LEVELS = release.unwrap().shape;

export const WhoMaySee = () => (
  <section aria-labelledby="form-who-may-see">
    <h2 id="form-who-may-see">Who may see each part</h2>
    <p>
      Title, summary, outcome, situation and lessons are the case itself and always public. For the rest, you
      choose. “Reviewers only” is read by editors and reviewers without a conflict of interest and never
      published.
    </p>
    {PARTS.map(({ part, label, ...field }) => (
      <Select
        key={part}
        name={`content.release.${part}`}
        label={label}
        hint={'hint' in field ? field.hint : undefined}
        preset={LEVELS[part].unwrap().options[0]}
      >
        {options(RELEASE_LEVEL_LABELS, LEVELS[part].unwrap().options)}
      </Select>
    ))}
  </section>
);
