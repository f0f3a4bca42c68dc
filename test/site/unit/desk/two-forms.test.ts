/** Recording a lesson in one form and the other: nothing that was typed in either is dropped before one is sent. */
import { expect, test } from 'vitest';
import type { Drafts } from '#site/islands/desk/drafts.ts';
import { changeForm, DRAFT, forgetAside, formOf } from '#site/islands/desk/record/two-forms.ts';

/** What a form of the desk keeps with each key that is pressed: what stands in it, and nothing else. */
const type = (drafts: Drafts, values: object) =>
  drafts.set(DRAFT, { values: { ...values }, began: undefined });
const shown = (drafts: Drafts) => drafts.get(DRAFT)?.values;

const contact = { name: 'Ines' };
const told = { happened: 'The terminals stopped.' };
const whole = { title: 'Terminals and drivers', situation: 'A night' };

test('what was told in one form waits while the other is filled in, and who told it stays in both', () => {
  const drafts: Drafts = new Map();
  type(drafts, { form: 'short', contact, content: told });

  changeForm(drafts, 'full');
  expect([formOf(drafts), shown(drafts)]).toEqual(['full', { form: 'full', contact }]);
  type(drafts, { form: 'full', contact: { name: 'Ines Source' }, content: whole });
  changeForm(drafts, 'short');
  expect(shown(drafts)).toEqual({ form: 'short', contact: { name: 'Ines Source' }, content: told });
  changeForm(drafts, 'full');
  expect(shown(drafts)).toEqual({ form: 'full', contact: { name: 'Ines Source' }, content: whole });

  drafts.delete(DRAFT);
  forgetAside(drafts);
  expect(drafts.size).toBe(0);
});

test('to look at the other form keeps nothing, so nobody is asked before they leave', () => {
  const drafts: Drafts = new Map();
  changeForm(drafts, 'full');
  expect([drafts.size, formOf(drafts)]).toEqual([0, 'short']);
});
