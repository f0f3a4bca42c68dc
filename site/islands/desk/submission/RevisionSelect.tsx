/** Chooses one of the revisions. */
import type { DeskSubmission } from '#schemas/desk.ts';
import { longDate } from '#site/dates.ts';

export type Revision = DeskSubmission['revisions'][number];

type Props = {
  id: string;
  label: string;
  revisions: readonly Revision[];
  chosen: number;
  onChoose: (number: number) => void;
};

export const RevisionSelect = ({ id, label, revisions, chosen, onChoose }: Props) => (
  <div>
    <label class="usa-label" for={id}>
      {label}
    </label>
    <select
      class="usa-select"
      id={id}
      value={chosen}
      onChange={(event) => onChoose(Number(event.currentTarget.value))}
    >
      {revisions.map(({ number, author, at }) => (
        <option key={number} value={number}>
          Revision {number}, {author}, {longDate(at.slice(0, 10))}
        </option>
      ))}
    </select>
  </div>
);
