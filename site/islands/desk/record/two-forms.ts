/** What is typed of a lesson in either form. How it came and from whom stays; what was told is kept of both until one is sent. */
import type { Drafts } from '../drafts.ts';

export type Form = 'full' | 'short';
/** The name under which what is typed is kept, and which of the forms it is. */
export const DRAFT = 'record';
/** What was told in the form that is not shown. */
const ASIDE = `${DRAFT}/aside`;

/** The form in which something was typed last. */
export const formOf = (drafts: Drafts): Form =>
  drafts.get(DRAFT)?.values.form === 'full' ? 'full' : 'short';

/** Lay aside what was told in one form, and take up what was told in the other. */
export function changeForm(drafts: Drafts, form: Form): void {
  const shown = drafts.get(DRAFT)?.values;
  if (!shown || formOf(drafts) === form) return;
  const { content, ...common } = shown;
  const aside = drafts.get(ASIDE)?.values;
  drafts.set(ASIDE, { values: { content }, began: undefined });
  drafts.set(DRAFT, { values: { ...common, ...aside, form }, began: undefined });
}

export const forgetAside = (drafts: Drafts) => drafts.delete(ASIDE);
