/** What needs attention, one link per field. The island moves the focus here; without scripts the page begins with it. */
import type { Ref } from 'preact';
import { idIn, useForm } from '../form.ts';
import { nameOfPath } from '../names.ts';

export const SUMMARY_ID = 'problems';

export function ErrorSummary({ focusRef }: { focusRef?: Ref<HTMLDivElement> | undefined }) {
  const form = useForm();
  const { issues } = form;
  if (issues.length === 0) return null;
  return (
    <div
      class="usa-alert usa-alert--error form-problems"
      id={SUMMARY_ID}
      role="alert"
      tabIndex={-1}
      ref={focusRef ?? null}
    >
      <div class="usa-alert__body">
        <h2 class="usa-alert__heading">There is a problem</h2>
        <ul class="usa-alert__text">
          {issues.map(({ path, message }) => (
            <li key={`${path} ${message}`}>
              {path === '' ? message : <a href={`#${idIn(form, nameOfPath(path))}`}>{message}</a>}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
