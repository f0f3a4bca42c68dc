/**
 * The views of the desk and their addresses, all behind the hash so that one page serves them. Pure.
 * Other hashes are places in a page, such as the target of the skip link, and are left to the browser.
 */
import { STATES, type State } from '#schemas/workflow.ts';

export const SECTIONS = ['page', 'sent', 'changes', 'review', 'record', 'revise'] as const;
export type Section = (typeof SECTIONS)[number];

/** What the queue shows: what waits for somebody, everything, or one state. */
export type Filter = 'waiting' | 'all' | State;

export type Route =
  | { view: 'queue'; filter: Filter }
  | { view: 'submission'; id: string; section: Section }
  | { view: 'people' }
  | { view: 'comments' }
  | { view: 'blocks' }
  | { view: 'account' }
  | { view: 'unknown' };

export const queueHash = (filter: Filter = 'waiting') => (filter === 'waiting' ? '#/' : `#/queue/${filter}`);
export const submissionHash = (id: string, section: Section = 'page') =>
  `#/submission/${id}${section === 'page' ? '' : `/${section}`}`;
export const PEOPLE_HASH = '#/people';
export const COMMENTS_HASH = '#/comments';
export const BLOCKS_HASH = '#/blocks';
export const ACCOUNT_HASH = '#/account';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const isSection = (text: string): text is Section => SECTIONS.some((section) => section === text);
const isFilter = (text: string): text is Filter =>
  text === 'all' || text === 'waiting' || STATES.some((state) => state === text);

/** Views that are one page and nothing else. */
const PLAIN = ['people', 'comments', 'blocks', 'account'] as const;
const isPlain = (view: string): view is (typeof PLAIN)[number] => PLAIN.some((plain) => plain === view);

/** The view that a hash names; `undefined` for a place in the page. */
export function routeOf(hash: string): Route | undefined {
  if (hash === '' || hash === '#') return { view: 'queue', filter: 'waiting' };
  if (!hash.startsWith('#/')) return undefined;
  const [view = '', first = '', second = 'page', ...rest] = hash.slice(2).split('/');
  if (rest.length > 0) return { view: 'unknown' };
  if (view === '') return { view: 'queue', filter: 'waiting' };
  if (view === 'queue' && isFilter(first)) return { view: 'queue', filter: first };
  if (view === 'submission' && ID.test(first) && isSection(second))
    return { view: 'submission', id: first, section: second };
  if (isPlain(view) && first === '') return { view };
  return { view: 'unknown' };
}
