import { expect, test } from 'vitest';
import {
  ACCOUNT_HASH,
  BLOCKS_HASH,
  COMMENTS_HASH,
  INSIGHT_HASH,
  PENDING_HASH,
  PEOPLE_HASH,
  PUBLISHING_HASH,
  queueHash,
  routeOf,
  SECTIONS,
  submissionHash,
} from '#site/islands/desk/routes.ts';

test.each(['waiting', 'all', 'in_review'] as const)('the hash of the queue “%s” leads there', (filter) => {
  expect(routeOf(queueHash(filter))).toEqual({ view: 'queue', filter });
});

test('what the queue is narrowed to stands in its address, and nothing that it cannot be narrowed to', () => {
  const narrowed = {
    search: 'a/b?c=d & é',
    assigned: 'me',
    after: 'lq3f5x.3f0c7c0e-4a54-4f1e-9f3a-6f2b5b1f0a11',
  };
  const hash = queueHash('waiting', { ...narrowed, kind: '' });
  expect(routeOf(hash)).toEqual({ view: 'queue', filter: 'waiting', narrowed });
  expect(routeOf('#/queue/all?colour=red')).toEqual({ view: 'queue', filter: 'all', narrowed: {} });
  expect(routeOf('#/people?search=x')).toEqual({ view: 'unknown' });
});

test.each(SECTIONS)('the hash of the part “%s” of a submission leads there', (section) => {
  const id = '3f0c7c0e-4a54-4f1e-9f3a-6f2b5b1f0a11';
  expect(routeOf(submissionHash(id, section))).toEqual({ view: 'submission', id, section });
});

test('people, comments, blocked addresses and the account have addresses, and the desk begins with the queue', () => {
  expect(routeOf(PENDING_HASH)).toEqual({ view: 'pending' });
  expect(routeOf(PEOPLE_HASH)).toEqual({ view: 'people' });
  expect(routeOf(COMMENTS_HASH)).toEqual({ view: 'comments' });
  expect(routeOf(BLOCKS_HASH)).toEqual({ view: 'blocks' });
  expect(routeOf(PUBLISHING_HASH)).toEqual({ view: 'publishing' });
  expect(routeOf(INSIGHT_HASH)).toEqual({ view: 'insight' });
  expect(routeOf(ACCOUNT_HASH)).toEqual({ view: 'account' });
  expect(routeOf('')).toEqual({ view: 'queue', filter: 'waiting' });
});

test.each(['#main', '#recommend-note', '#problems'])(
  '%s is a place in the page and changes no view',
  (hash) => {
    expect(routeOf(hash)).toBeUndefined();
  },
);

test.each([
  '#/queue/nowhere',
  '#/submission',
  '#/submission/1',
  '#/submission/%E0%A4%A',
  '#/submission/x/elsewhere',
  '#/people/1',
  '#/a/b/c/d',
])('%s leads to no view', (hash) => {
  expect(routeOf(hash)).toEqual({ view: 'unknown' });
});
