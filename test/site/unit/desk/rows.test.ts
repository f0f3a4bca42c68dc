import { expect, test } from 'vitest';
import { changeRowsOf } from '#site/islands/desk/forms/rows.ts';

test('a row more keeps what is typed in the others', () => {
  expect(changeRowsOf({ add: 'requests', requests: ['Name the source'] })).toEqual({
    requests: ['Name the source', ''],
  });
});

test('the row that is removed is the one whose button was pressed', () => {
  const ties = [{ organization: 'One' }, { organization: 'Two' }, { organization: 'Three' }];
  expect(changeRowsOf({ remove: 'ties[1]', ties })).toEqual({ ties: [ties[0], ties[2]] });
});

test('a list that is full grows no more, because the schema would refuse it', () => {
  const requests = Array.from({ length: 20 }, (_, index) => `Request ${index}`);
  expect(changeRowsOf({ add: 'requests', requests })).toEqual({ requests });
});

test('the lists of the lesson form change by their own rules', () => {
  expect(changeRowsOf({ add: 'content.technologies', content: { technologies: ['One'] } })).toEqual({
    content: { technologies: ['One', '', ''] },
  });
});

test('a form that was sent by its own button changes no row', () => {
  expect(changeRowsOf({ requests: ['Name the source'] })).toBeUndefined();
});
