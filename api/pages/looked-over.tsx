/** Before a text is sent again: what the form, as it stands, changes in it. */
import { type SubmitterInput, submitterActions } from '#schemas/decisions.ts';
import type { Issue } from '#schemas/problem.ts';
import type { Content } from '#schemas/submission.ts';
import { checkForm } from '#site/forms/check.ts';
import type { FormValues } from '#site/forms/names.ts';
import { looksOver } from '#site/forms/rows.ts';
import { SentDifferences } from '#site/record/SentDifferences.tsx';
import type { Returned } from './action-form.tsx';

/** The actions that send a text again. */
type Sending = 'resubmit' | 'reopen';

/** `after`: the text as it was typed, where all of it can be taken; otherwise `issues` say what cannot. */
export type Looked = { after?: Content | undefined; issues: readonly Issue[] };

/** What to show to somebody who asked what their form changes; nothing where they did not. */
export function lookedOver(action: Sending, returned: Returned | undefined): Looked | undefined {
  if (returned?.action !== action || !looksOver(returned.values)) return undefined;
  const { look: _, ...typed }: FormValues = returned.values;
  const checked = checkForm(submitterActions[action], typed);
  if (!checked.ok) return { issues: checked.issues };
  const { content }: SubmitterInput<Sending> = checked.data;
  return { after: content, issues: [] };
}

type Props = { id: string; action: Sending; before: Content; looked: Looked | undefined };

/** The button that asks, and the answer above it. */
export const LookedOver = ({ id, action, before, looked }: Props) => (
  <>
    {looked?.after && (
      <section id="changes" aria-labelledby="changes-heading">
        <h3 id="changes-heading">What you changed</h3>
        <p>It is not sent yet.</p>
        <SentDifferences before={before} after={looked.after} />
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
