/** The parts of the desk, and who one is. */
import { ACCOUNT_HASH, PEOPLE_HASH, queueHash, type Route } from './routes.ts';

type Props = { route: Route; name: string };

const LINKS = [
  { text: 'Queue', hash: queueHash(), views: ['queue', 'submission'] },
  { text: 'People', hash: PEOPLE_HASH, views: ['people'] },
  { text: 'Your account', hash: ACCOUNT_HASH, views: ['account'] },
] as const satisfies readonly { text: string; hash: string; views: readonly Route['view'][] }[];

export const DeskLinks = ({ route, name }: Props) => (
  <div class="desk-bar">
    <nav class="desk-links" aria-label="Review desk">
      <ul>
        {LINKS.map(({ text, hash, views }) => (
          <li key={hash}>
            <a href={hash} aria-current={views.some((view) => view === route.view) ? 'true' : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
    <p class="desk-bar__name">Signed in as {name}</p>
  </div>
);
