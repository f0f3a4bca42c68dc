/** Before a text is sent again: what the form, as it stands, changes in it. */
import { z } from 'zod';
import { offeringContent } from '#schemas/offering.ts';
import type { Issue } from '#schemas/problem.ts';
import { type Content, isOffering, isShort, lessonContent, shortLesson } from '#schemas/submission.ts';
import { checkForm } from '#site/forms/check.ts';
import type { FormValues } from '#site/forms/names.ts';
import { looksOver } from '#site/forms/rows.ts';
import type { Named } from '#site/record/named.ts';
import { SentDifferences } from '#site/record/SentDifferences.tsx';
import type { Returned } from './action-form.tsx';

/** The actions that send a text again. */
type Sending = 'resubmit' | 'reopen';

/** `after`: the text as it was typed, where all of it can be taken; otherwise `issues` say what cannot. */
export type Looked = { after?: Content | undefined; issues: readonly Issue[] };

/**
 * What to show to somebody who asked what their form changes in `before`; nothing where they did not. Only the text is
 * looked at: what else the form asks may still be open.
 */
export function lookedOver({ values }: Returned, before: Content): Looked | undefined {
  if (!looksOver(values)) return undefined;
  const { content }: FormValues = values;
  const checked = checkForm(z.strictObject({ content: schemaOf(before) }), { content });
  return checked.ok ? { after: checked.data.content, issues: [] } : { issues: checked.issues };
}

/** A text is sent again as what it was. */
function schemaOf(content: Content): z.ZodType<Content> {
  if (isOffering(content)) return offeringContent;
  return isShort(content) ? shortLesson : lessonContent;
}

type Props = { id: string; action: Sending; before: Content; looked: Looked | undefined; named: Named };

/** The button that asks, and the answer above it. */
export const LookedOver = ({ id, action, before, looked, named }: Props) => (
  <>
    {looked?.after && (
      <section id="changes" aria-labelledby="changes-heading">
        <h3 id="changes-heading">What you changed</h3>
        <p>It is not sent yet.</p>
        <SentDifferences before={before} after={looked.after} named={named} />
      </section>
    )}
    <button
      class="usa-button usa-button--outline"
      type="submit"
      name="look"
      value="changes"
      formAction={`/api/submissions/${encodeURIComponent(id)}/${action}#changes`}
      formNoValidate
    >
      See what you changed
    </button>
  </>
);
