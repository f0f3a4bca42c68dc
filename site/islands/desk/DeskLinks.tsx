/** The parts of the desk, and who one is. */
import type { Role } from '#schemas/workflow.ts';
import type { Oneself } from './call.ts';
import {
  ACCOUNT_HASH,
  BLOCKS_HASH,
  COMMENTS_HASH,
  INSIGHT_HASH,
  PENDING_HASH,
  PEOPLE_HASH,
  PUBLISHING_HASH,
  queueHash,
  RECORD_HASH,
  type Route,
} from './routes.ts';

type Props = { route: Route; me: Oneself };
type Link = { text: string; hash: string; views: readonly Route['view'][]; only?: Role };

const LINKS: readonly Link[] = [
  { text: 'Queue', hash: queueHash(), views: ['queue', 'submission'] },
  { text: 'Pending decisions', hash: PENDING_HASH, views: ['pending'], only: 'editor' },
  { text: 'Record a lesson', hash: RECORD_HASH, views: ['record'], only: 'editor' },
  { text: 'People', hash: PEOPLE_HASH, views: ['people'] },
  { text: 'Comments', hash: COMMENTS_HASH, views: ['comments'], only: 'editor' },
  { text: 'Blocked addresses', hash: BLOCKS_HASH, views: ['blocks'], only: 'editor' },
  { text: 'Publishing', hash: PUBLISHING_HASH, views: ['publishing'], only: 'editor' },
  { text: 'Insight', hash: INSIGHT_HASH, views: ['insight'], only: 'editor' },
  { text: 'Your account', hash: ACCOUNT_HASH, views: ['account'] },
];

export const DeskLinks = ({ route, me }: Props) => (
  <div class="desk-bar">
    <nav class="desk-links" aria-label="Review desk">
      <ul>
        {LINKS.filter(({ only }) => only === undefined || me.roles.includes(only)).map(
          ({ text, hash, views }) => (
            <li key={hash}>
              <a href={hash} aria-current={views.includes(route.view) ? 'true' : undefined}>
                {text}
              </a>
            </li>
          ),
        )}
      </ul>
    </nav>
    <p class="desk-bar__name">Signed in as {me.name}</p>
  </div>
);
