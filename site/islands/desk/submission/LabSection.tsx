/** What the lab was asked to try and what it found: a form for each run while the offering is there, the results afterwards. */
import type { DeskLabRun } from '#schemas/lab-run.ts';
import { longDate } from '#site/dates.ts';
import { labTestPath } from '#site/paths.ts';
import { LabRun } from '#site/record/LabRun.tsx';
import { instantWords } from '../ageing.ts';
import { useDesk } from '../context.ts';
import { useOpened } from './context.ts';
import { ProcedureText } from './ProcedureText.tsx';
import { RecordRun } from './RecordRun.tsx';
import { SectionHeading } from './SectionHeading.tsx';

export function LabSection() {
  const { lab } = useOpened().submission;
  const runs = lab?.runs ?? [];
  return (
    <>
      <SectionHeading>Lab</SectionHeading>
      {runs.length === 0 && <p>It was not sent to the lab.</p>}
      {runs.map((run) => (
        <Run key={run.id} run={run} />
      ))}
    </>
  );
}

function Run({ run }: { run: DeskLabRun }) {
  const { me } = useDesk();
  const { id: submissionId, lab } = useOpened().submission;
  const { current, recorded, statement, withdrawn } = run;
  const procedure = current ? lab?.procedures.find(({ id }) => id === run.procedure) : undefined;
  const title = withdrawn ? run.title : <a href={labTestPath(run.procedure)}>{run.title}</a>;
  return (
    <section class="desk-lab-run">
      {recorded ? (
        <LabRun
          run={{
            ...recorded,
            files: recorded.files.map((file) => shownFile(submissionId, file)),
            procedureVersion: run.procedureVersion,
            ...(statement && { statement }),
          }}
          title={title}
          level={3}
        />
      ) : (
        <>
          <h3>{title}</h3>
          <p>{current ? 'No verdict yet.' : 'It was never tried.'}</p>
        </>
      )}
      <p class="desk-small">{whereItStands(run)}</p>
      {current && withdrawn && <Withdrawn />}
      {procedure && <ProcedureText procedure={procedure} />}
      {procedure && me.roles.includes('lab') && <RecordRun run={run} procedure={procedure} />}
    </section>
  );
}

const Withdrawn = () => (
  <p>
    The guide has dropped this procedure since. Follow its text as it was when it was assigned; or mark a
    decisive step as not done, say that the procedure was dropped, and record “Not tested”.
  </p>
);

type RecordedFile = NonNullable<DeskLabRun['recorded']>['files'][number];

const shownFile = (submissionId: string, { id, kept, deskOnly, ...file }: RecordedFile) => ({
  ...file,
  ...(kept && { href: `/api/desk/submissions/${submissionId}/evidence/${id}` }),
  ...(deskOnly && { note: 'Only the desk can download it' }),
  ...(!kept && { note: 'The file itself was erased' }),
});

function whereItStands({ stay, revision, recorded, statementDue, statement, published }: DeskLabRun): string {
  const facts = [
    `Stay ${stay} in the lab, revision ${revision}.`,
    recorded && `Recorded by ${recorded.by}, ${instantWords(recorded.at)}.`,
    statementDue && !statement && statementWords(statementDue),
    published && 'It is public.',
  ];
  return facts.filter(Boolean).join(' ');
}

const statementWords = (due: string) =>
  due < new Date().toISOString().slice(0, 10)
    ? `The vendor gave no statement by ${longDate(due)}.`
    : `The vendor may give a statement until ${longDate(due)}.`;
