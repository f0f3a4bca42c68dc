/**
 * The views of the desk and their addresses, all behind the hash so that one page serves them. Pure.
 * Other hashes are places in a page, such as the target of the skip link, and are left to the browser.
 */
import { STATES, type State } from '#schemas/workflow.ts';

export const SECTIONS = ['page', 'sent', 'beside', 'changes', 'review', 'lab', 'record', 'revise'] as const;
export type Section = (typeof SECTIONS)[number];

/** What the queue shows: what waits for somebody, everything, or one state. */
export type Filter = 'waiting' | 'all' | State;

/** What else the queue is narrowed to, as it is asked of the API. */
export type Narrowed = Readonly<Partial<Record<(typeof NARROWED_BY)[number], string>>>;
const NARROWED_BY = ['search', 'kind', 'assigned', 'overdue', 'after'] as const;

export type Route =
  | { view: 'queue'; filter: Filter; narrowed?: Narrowed }
  | { view: 'submission'; id: string; section: Section }
  | { view: 'people' }
  | { view: 'pending' }
  | { view: 'comments' }
  | { view: 'record' }
  | { view: 'blocks' }
  | { view: 'publishing' }
  | { view: 'insight' }
  | { view: 'account' }
  | { view: 'unknown' };

export function queueHash(filter: Filter = 'waiting', narrowed: Narrowed = {}): string {
  const query = new URLSearchParams(Object.entries(narrowed).filter(([, value]) => value)).toString();
  if (query) return `#/queue/${filter}?${query}`;
  return filter === 'waiting' ? '#/' : `#/queue/${filter}`;
}
export const submissionHash = (id: string, section: Section = 'page') =>
  `#/submission/${id}${section === 'page' ? '' : `/${section}`}`;
export const PEOPLE_HASH = '#/people';
export const COMMENTS_HASH = '#/comments';
export const RECORD_HASH = '#/record';
export const BLOCKS_HASH = '#/blocks';
export const PUBLISHING_HASH = '#/publishing';
export const PENDING_HASH = '#/pending';
export const INSIGHT_HASH = '#/insight';
export const ACCOUNT_HASH = '#/account';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const isSection = (text: string): text is Section => SECTIONS.some((section) => section === text);
const isFilter = (text: string): text is Filter =>
  text === 'all' || text === 'waiting' || STATES.some((state) => state === text);

/** Views that are one page and nothing else. */
const PLAIN = [
  'pending',
  'people',
  'comments',
  'record',
  'blocks',
  'publishing',
  'insight',
  'account',
] as const;
const isPlain = (view: string): view is (typeof PLAIN)[number] => PLAIN.some((plain) => plain === view);

/** The view that a hash names; `undefined` for a place in the page. */
export function routeOf(hash: string): Route | undefined {
  if (hash === '' || hash === '#') return { view: 'queue', filter: 'waiting' };
  if (!hash.startsWith('#/')) return undefined;
  const [path = '', query = ''] = hash.slice(2).split(/\?(.*)/s);
  const [view = '', first = '', second = 'page', ...rest] = path.split('/');
  if (query && view === 'queue' && isFilter(first) && rest.length === 0)
    return { view, filter: first, narrowed: narrowedBy(new URLSearchParams(query)) };
  if (query) return { view: 'unknown' };
  if (rest.length > 0) return { view: 'unknown' };
  if (view === '') return { view: 'queue', filter: 'waiting' };
  if (view === 'queue' && isFilter(first)) return { view: 'queue', filter: first };
  if (view === 'submission' && ID.test(first) && isSection(second))
    return { view: 'submission', id: first, section: second };
  if (isPlain(view) && first === '') return { view };
  return { view: 'unknown' };
}

const narrowedBy = (query: URLSearchParams): Narrowed =>
  Object.fromEntries(
    NARROWED_BY.flatMap((name) => {
      const value = query.get(name);
      return value ? [[name, value]] : [];
    }),
  );
