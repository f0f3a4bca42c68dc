/** The numbered requests, and how each was answered. */
import { useOpened } from './context.ts';

export function Requests() {
  const { requests } = useOpened().submission;
  if (requests.length === 0) return <p>Nothing was asked of the submitter.</p>;
  return (
    <ol class="desk-requests">
      {requests.map(({ number, request, answer }) => (
        <li key={number} value={number}>
          <p class="desk-as-written">{request}</p>
          {answer ? (
            <p class="desk-as-written">
              <strong>Answer:</strong> {answer}
            </p>
          ) : (
            <p>
              <strong>Not answered yet.</strong>
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
