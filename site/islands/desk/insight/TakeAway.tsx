/** Tables to take away: without personal data by a link, with contacts by a button, since that leaves events. */
import { useState } from 'preact/hooks';
import { useDesk } from '../context.ts';

const FORMATS = { csv: 'CSV', json: 'JSON' } as const;

export function TakeAway() {
  const { calls } = useDesk();
  const [problem, setProblem] = useState('');
  const takeContacts = async () => {
    const answer = await calls.exportWithContacts();
    if (!answer.ok) return setProblem(answer.refused.detail);
    setProblem('');
    save(answer.value, 'submissions-with-contacts.csv');
  };
  return (
    <section aria-labelledby="take-away">
      <h2 id="take-away">Take it away</h2>
      <p>
        Every submission that you can see, a row each, without personal data:{' '}
        <a href="/api/desk/export/csv">{FORMATS.csv}</a>, <a href="/api/desk/export/json">{FORMATS.json}</a>.
      </p>
      <p>
        With contacts, only of what waits. Each contact that is read leaves an event in the record of its
        submission.
      </p>
      <div class="desk-row">
        <button class="usa-button usa-button--outline" type="button" onClick={takeContacts}>
          Read contacts, as CSV
        </button>
        <p role="status">{problem}</p>
      </div>
    </section>
  );
}

function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
