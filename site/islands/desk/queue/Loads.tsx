/** Who has how much to review: of what the editor may see. Asked for when it is opened. */
import { useState } from 'preact/hooks';
import type { Load } from '#schemas/queue.ts';
import { useDesk } from '../context.ts';
import { useLoaded } from '../use-loaded.ts';

export function Loads() {
  const [isOpen, setOpen] = useState(false);
  return (
    <section>
      <h2 class="desk-action">
        <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          Who has how much
        </button>
      </h2>
      {isOpen && <Table />}
    </section>
  );
}

function Table() {
  const { calls } = useDesk();
  const { value, refused } = useLoaded('loads', calls.loads);
  if (refused) return <p>{refused.detail}</p>;
  if (!value) return <p role="status">Loading …</p>;
  return (
    <table class="desk-stacked">
      <caption>Reviews under way, of the submissions that you can see</caption>
      <thead>
        <tr>
          <th scope="col">Person</th>
          <th scope="col">Assigned</th>
          <th scope="col">Still to recommend</th>
        </tr>
      </thead>
      <tbody>
        {value.map(({ id, name, assigned, unread }: Load) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td data-label="Assigned">{assigned}</td>
            <td data-label="Still to recommend">{unread}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
