/** Where one is signed in, and ending that from here. */
import type { OwnSession } from '#schemas/people.ts';
import { instantWords } from '../ageing.ts';
import { useDesk } from '../context.ts';
import { RefusedAlert } from '../forms/RefusedAlert.tsx';
import { useLoaded } from '../use-loaded.ts';
import { browserWords } from './browser-words.ts';
import { OwnThing } from './OwnThing.tsx';

export function Sessions({ onChanged }: { onChanged: () => void }) {
  const { calls, say } = useDesk();
  const sessions = useLoaded('sessions', calls.sessions);
  const ended = async () => {
    await sessions.reload();
    say('Signed out there.');
    onChanged();
  };
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">Where you are signed in</h2>
      <p>Each ends by itself after twelve hours. End what you do not know, then choose a new password.</p>
      {sessions.refused && <RefusedAlert refused={sessions.refused} />}
      {sessions.value && <List sessions={sessions.value} onEnded={ended} />}
    </section>
  );
}

function List({ sessions, onEnded }: { sessions: readonly OwnSession[]; onEnded: () => Promise<void> }) {
  const { calls } = useDesk();
  const others = sessions.filter(({ isThis }) => !isThis);
  return (
    <ul class="desk-people">
      {sessions
        .filter(({ isThis }) => isThis)
        .map((session) => (
          <li key={session.id}>
            <h3>{browserWords(session.userAgent)} (this one)</h3>
            <Times session={session} />
          </li>
        ))}
      {others.map((session) => (
        <OwnThing
          key={session.id}
          name={browserWords(session.userAgent)}
          button="Sign out there"
          end={() => calls.endSession(session.id)}
          onEnded={onEnded}
        >
          <Times session={session} />
        </OwnThing>
      ))}
      {others.length > 1 && (
        <OwnThing
          name={`All ${others.length} others`}
          button="Sign out everywhere else"
          end={calls.endOtherSessions}
          onEnded={onEnded}
        >
          <p class="desk-small">This one stays open.</p>
        </OwnThing>
      )}
    </ul>
  );
}

const Times = ({ session: { began, lastUsed } }: { session: OwnSession }) => (
  <p class="desk-small">
    Since {instantWords(began)}. Last used {instantWords(lastUsed)}, or a few minutes later.
  </p>
);
