/** What the lab found, for the vendor: each run, and while there is time a form for the one statement on it. */
import type { Issue } from '#schemas/problem.ts';
import type { Status } from '#schemas/status.ts';
import { longDate } from '#site/dates.ts';
import { ErrorSummary } from '#site/forms/fields/ErrorSummary.tsx';
import { TextArea } from '#site/forms/fields/TextArea.tsx';
import { FormContext } from '#site/forms/form.ts';
import type { FormValues } from '#site/forms/names.ts';
import { LabRun } from '#site/record/LabRun.tsx';

/** A statement that was refused: its form comes back with what was typed. */
export type ReturnedStatement = { runId: string; values: FormValues; issues: readonly Issue[] };

type Props = Pick<Status, 'id' | 'labRuns'> & { returned: ReturnedStatement | undefined };

export const LabSection = ({ id, labRuns, returned }: Props) =>
  labRuns.length === 0 ? null : (
    <section aria-labelledby="lab">
      <h2 id="lab">What the lab found</h2>
      <p>
        Each result is published once your offering is public, with your statement or without: a statement
        explains a result and does not stop it.
      </p>
      {labRuns.map((run) => (
        <LabRun key={run.id} run={withLinks(id, run)} title={run.title} level={3} id={`run-${run.id}`}>
          {run.mayState && <StatementForm id={id} run={run} returned={returned} />}
          {!run.mayState && run.statement === undefined && (
            <p>No statement was given by {longDate(run.statementDue)}.</p>
          )}
        </LabRun>
      ))}
    </section>
  );

type Run = Status['labRuns'][number];

const withLinks = (id: string, run: Run) => ({
  ...run,
  files: run.files.map(({ id: fileId, open, ...file }) => ({
    ...file,
    ...(open && {
      href: `/api/submissions/${encodeURIComponent(id)}/evidence/${encodeURIComponent(fileId)}`,
    }),
    ...(!open && { note: 'It cannot be downloaded' }),
  })),
});

type FormProps = Pick<Props, 'id' | 'returned'> & { run: Run };

function StatementForm({ id, run, returned }: FormProps) {
  const own = returned?.runId === run.id ? returned : { values: {}, issues: [] };
  const until = longDate(run.statementDue);
  return (
    <FormContext.Provider value={{ ...own, enhanced: false, scope: `statement-${run.id}` }}>
      <form
        class="usa-form form-long"
        method="post"
        action={`/api/submissions/${encodeURIComponent(id)}/lab-runs/${encodeURIComponent(run.id)}/statement`}
        acceptCharset="utf-8"
      >
        <ErrorSummary />
        <TextArea
          name="statement"
          label={
            <>
              Your statement<span class="usa-sr-only"> on “{run.title}”</span>
            </>
          }
          hint={`Until ${until}, once. It is printed beside the result, word for word.`}
          required
          max={2_000}
        />
        <button class="usa-button" type="submit">
          Send the statement
        </button>
      </form>
    </FormContext.Provider>
  );
}
