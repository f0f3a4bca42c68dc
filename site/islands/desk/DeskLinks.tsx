/** The parts of the desk, who one is, and the keys. On small screens they are behind a button that says where one is. */
import type { Role } from '#schemas/workflow.ts';
import type { Oneself } from './call.ts';
import { Fold } from './Fold.tsx';
import { KeyList } from './keys/KeyList.tsx';
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

type Props = { route: Route; hash: string; me: Oneself };
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

export function DeskLinks({ route, hash: at, me }: Props) {
  const links = LINKS.filter(({ only }) => only === undefined || me.roles.includes(only));
  const here = links.find(({ views }) => views.includes(route.view));
  return (
    <div class="desk-bar">
      <Fold id="desk-menu" label={`Desk menu${here ? `: ${here.text}` : ''}`} at={at}>
        <nav class="desk-links" aria-label="Review desk">
          <ul>
            {links.map((link) => (
              <li key={link.hash}>
                <a href={link.hash} aria-current={link === here ? 'true' : undefined}>
                  {link.text}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div class="desk-bar__name">
          <span>Signed in as {me.name}</span>
          <KeyList />
        </div>
      </Fold>
    </div>
  );
}
