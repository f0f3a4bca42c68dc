import { expect, test } from 'vitest';
import { mayBeStale, refusedFrom } from '#site/islands/desk/problem.ts';

const body = {
  type: 'about:blank',
  title: 'There is a problem',
  status: 422,
  detail: 'Some answers need attention.',
  issues: [{ path: 'note', message: 'Give your reasons' }],
};

test('a problem document is read as it stands', () => {
  expect(refusedFrom(422, body)).toEqual({
    status: 422,
    title: 'There is a problem',
    detail: 'Some answers need attention.',
    issues: [{ path: 'note', message: 'Give your reasons' }],
  });
});

test('one that says no more than its title is printed with it, because a refusal without words helps nobody', () => {
  const { detail: _, issues: __, ...bare } = body;
  expect(refusedFrom(422, bare)).toMatchObject({ detail: 'There is a problem', issues: [] });
});

test.each([
  ['the page of a proxy', undefined],
  ['JSON of another kind', { error: 'bad gateway' }],
  ['a text', 'bad gateway'],
  ['a list', [body]],
])('%s still says what to do', (_, unknown) => {
  const { title, detail, issues } = refusedFrom(502, unknown);
  expect(title).toBe('Something went wrong');
  expect(detail).toContain('502');
  expect(detail).toContain('Try again');
  expect(issues).toEqual([]);
});

test('only what the workflow or the database refused may be due to somebody faster', () => {
  const stale = [409, 412].map((status) => mayBeStale(refusedFrom(status, body)));
  const other = [0, 401, 403, 404, 422, 429, 500].map((status) => mayBeStale(refusedFrom(status, body)));
  expect([...stale, ...other]).toEqual([true, true, false, false, false, false, false, false, false]);
});
