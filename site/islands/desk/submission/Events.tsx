/** Everything that happened to a submission, in order. */
import { instantWords } from '../ageing.ts';
import { ACTOR_WORDS, eventWords } from '../words.ts';
import { useOpened } from './context.ts';

export function Events() {
  const { events } = useOpened().submission;
  return (
    <section aria-labelledby="events">
      <h3 id="events">The record</h3>
      <table class="desk-stacked">
        <caption class="usa-sr-only">Events, the oldest first</caption>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">By</th>
            <th scope="col">When</th>
          </tr>
        </thead>
        <tbody>
          {events.map(({ seq, type, actor, person, at, reason }) => (
            <tr key={seq}>
              <th scope="row">
                {eventWords(type)}
                {reason && <span class="desk-as-written desk-small">: {reason}</span>}
              </th>
              <td data-label="By">{person ? `${person} (${ACTOR_WORDS[actor]})` : ACTOR_WORDS[actor]}</td>
              <td data-label="When">
                <time dateTime={at}>{instantWords(at)}</time>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
