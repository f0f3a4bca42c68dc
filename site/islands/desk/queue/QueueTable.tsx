/** The items of the queue. On small screens each row becomes a block, its cells named by `data-label`. */
import type { QueueItem } from '#schemas/queue.ts';
import { OUTCOME_LABELS, SECTOR_LABELS, SIZE_BAND_LABELS } from '#schemas/vocabulary.ts';
import { STATE_LABELS } from '#schemas/workflow.ts';
import { submissionHash } from '../routes.ts';
import { Waiting } from '../Waiting.tsx';

export const QueueTable = ({ items }: { items: readonly QueueItem[] }) => (
  <table class="desk-stacked">
    <caption class="usa-sr-only">Submissions, those that have waited longest first</caption>
    <thead>
      <tr>
        <th scope="col">Submission</th>
        <th scope="col">State</th>
        <th scope="col">Waiting</th>
        <th scope="col">What it is</th>
        <th scope="col">Organization</th>
        <th scope="col">Assigned</th>
      </tr>
    </thead>
    <tbody>
      {items.map((item) => (
        <Row key={item.id} item={item} />
      ))}
    </tbody>
  </table>
);

const Row = ({ item }: { item: QueueItem }) => (
  <tr>
    <th scope="row">
      <a href={submissionHash(item.id)} data-row={item.id}>
        {item.title}
      </a>
      <span class="desk-reference">{item.reference}</span>
    </th>
    <td data-label="State">
      {STATE_LABELS[item.state]}
      {item.live !== 'none' && <small> (on a published page)</small>}
    </td>
    <td data-label="Waiting">
      <Waiting {...item} />
    </td>
    <td data-label="What it is">{kindWords(item)}</td>
    <td data-label="Organization">
      {item.vendor ?? (item.sector ? SECTOR_LABELS[item.sector] : 'Not said')}
      {item.sizeBand && `, ${SIZE_BAND_LABELS[item.sizeBand].toLowerCase()}`}
    </td>
    <td data-label="Assigned">{assignedWords(item.assigned)}</td>
  </tr>
);

function kindWords({ kind, form, outcome }: QueueItem): string {
  if (kind === 'offering') return 'Offering';
  return outcome && form === 'full' ? `Lesson: ${OUTCOME_LABELS[outcome].toLowerCase()}` : 'Short lesson';
}

const assignedWords = (count: number) =>
  count === 0 ? 'Nobody' : count === 1 ? '1 person' : `${count} people`;
