/** The desk of one person: links, announcements, and the view that the address names. */
import { useMemo, useRef, useState } from 'preact/hooks';
import type { OfferedStep } from '#site/forms/form.ts';
import type { OfferChoices } from '#site/record/offer-choices.ts';
import { Announcement } from './Announcement.tsx';
import { Account } from './account/Account.tsx';
import { Blocks } from './blocks/Blocks.tsx';
import type { Oneself } from './call.ts';
import { Comments } from './comments/Comments.tsx';
import { DeskContext, type Left } from './context.ts';
import { DeskLinks } from './DeskLinks.tsx';
import { type Drafts, useWarningBeforeLoss } from './drafts.ts';
import { Heading } from './Heading.tsx';
import { Insight } from './insight/Insight.tsx';
import { Pending } from './pending/Pending.tsx';
import { People } from './people/People.tsx';
import { Publishing } from './publishing/Publishing.tsx';
import { Queue } from './queue/Queue.tsx';
import { RecordLesson } from './record/RecordLesson.tsx';
import { queueHash, type Route } from './routes.ts';
import { Submission } from './submission/Submission.tsx';
import { useLinksInPage, useRoute } from './use-route.ts';
import type { useSession } from './use-session.ts';

type Props = {
  me: Oneself;
  session: ReturnType<typeof useSession>;
  steps: readonly OfferedStep[];
  choices: OfferChoices;
};

export function OpenDesk({ me, session: { session, calls, refreshMe }, steps, choices }: Props) {
  const { route, hash } = useRoute();
  const drafts = useMemo((): Drafts => new Map(), []);
  // Somebody who signed in here was on this page before: the form that held the focus has gone.
  const isJustOpened = useRef(session === 0);
  const [said, setSaid] = useState({ text: '', at: '' });
  const left = useRef<Left>({ queue: queueHash() });
  if (route.view === 'queue') left.current.queue = queueHash(route.filter, route.narrowed);
  useLinksInPage();
  useWarningBeforeLoss(drafts);

  const say = (text: string, at = location.hash) => setSaid({ text, at });
  const desk = { me, calls, drafts, steps, choices, session, say, refreshMe, isJustOpened, left };
  return (
    <DeskContext.Provider value={desk}>
      <div class="desk">
        <DeskLinks route={route} hash={hash} me={me} />
        <Announcement text={said.at === hash ? said.text : ''} />
        <View route={route} />
      </div>
    </DeskContext.Provider>
  );
}

function View({ route }: { route: Route }) {
  switch (route.view) {
    case 'queue':
      return <Queue filter={route.filter} {...(route.narrowed && { narrowed: route.narrowed })} />;
    case 'submission':
      return <Submission id={route.id} section={route.section} />;
    case 'pending':
      return <Pending />;
    case 'people':
      return <People />;
    case 'comments':
      return <Comments />;
    case 'record':
      return <RecordLesson />;
    case 'blocks':
      return <Blocks />;
    case 'publishing':
      return <Publishing />;
    case 'insight':
      return <Insight />;
    case 'account':
      return <Account />;
    case 'unknown':
      return <Unknown />;
  }
}

const Unknown = () => (
  <>
    <Heading>There is no such view</Heading>
    <p>
      The address may be incomplete. <a href={queueHash()}>Go to the queue</a>.
    </p>
  </>
);
