import { expect, test } from 'vitest';
import { textsOf } from '#site/islands/desk/drafts.ts';

test('all that was typed can be copied, in the order of the form, wherever it stood', () => {
  const values = {
    code: 'duplicate',
    message: 'It tells the same.',
    requests: ['One', ' ', { note: 'Two' }],
  };
  expect(textsOf(values)).toEqual(['duplicate', 'It tells the same.', 'One', 'Two']);
});

test('nothing was typed in a form that was never touched', () => {
  expect(textsOf(undefined)).toEqual([]);
});
