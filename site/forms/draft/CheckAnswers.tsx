/** Before sending: what is still missing, with a link to where it is asked, and the page as it would read. */
import { toPublic } from '#api/review/to-public.ts';
import type { Issue } from '#schemas/problem.ts';
import { lessonContent, submission } from '#schemas/submission.ts';
import { draftStepPath } from '#site/paths.ts';
import { CaseStudy } from '#site/record/CaseStudy.tsx';
import { checkForm } from '../check.ts';
import type { OfferedStep } from '../form.ts';
import { inFormOrder } from '../lesson/in-form-order.ts';
import { type FormValues, idOf, nameOfPath, valueAt } from '../names.ts';
import { findingsIn, IdentityFindings } from './IdentityFindings.tsx';
import { stepOfIssue, toSend } from './steps.ts';

type Props = { values: FormValues; steps: readonly OfferedStep[] };

export function CheckAnswers({ values, steps }: Props) {
  const checked = checkForm(submission, toSend(values));
  const missing = checked.ok ? [] : checked.issues.filter(({ path }) => path.startsWith('content'));
  return (
    <>
      {missing.length > 0 && <StillMissing issues={inFormOrder(missing)} form={formOf(values)} />}
      <IdentityFindings findings={findingsIn(values)} thorough />
      {values.form === 'short' ? null : <Preview values={values} steps={steps} />}
    </>
  );
}

const formOf = ({ form }: FormValues) => (form === 'short' ? 'short' : 'full');

const StillMissing = ({ issues, form }: { issues: readonly Issue[]; form: 'full' | 'short' }) => (
  <section aria-labelledby="still-missing">
    <h2 id="still-missing">Still missing</h2>
    <ul>
      {issues.map((issue) => {
        const step = stepOfIssue(form, issue);
        return (
          <li key={`${issue.path} ${issue.message}`}>
            {step ? (
              <a href={`${draftStepPath(step.id)}#${idOf(nameOfPath(issue.path))}`}>
                {step.title}: {issue.message}
              </a>
            ) : (
              issue.message
            )}
          </li>
        );
      })}
    </ul>
  </section>
);

/** The record that publication would make of these answers, printed by the component that would print it. */
function Preview({ values, steps }: Props) {
  const content = checkForm(lessonContent, Object(valueAt(values, 'content')));
  return (
    <section class="preview" aria-labelledby="preview">
      <h2 id="preview">How your page would read</h2>
      {content.ok ? (
        <>
          <p class="usa-hint">Before review. You sign off the final text before anything is published.</p>
          <CaseStudy record={toPublic(content.data)} steps={steps} />
        </>
      ) : (
        <p class="usa-hint">It is shown here once nothing is missing.</p>
      )}
    </section>
  );
}
