/** Which files belong to a run of the lab, chosen or added in its form, and which of them the vendor does not get. */
import { useRef } from 'preact/hooks';
import { filesFor } from '#api/review/lab-runs.ts';
import type { EvidenceFile } from '#schemas/evidence.ts';
import type { DeskLabRun } from '#schemas/lab-run.ts';
import { fileWords } from '#site/forms/evidence/words.ts';
import { Checkboxes } from '#site/forms/fields/Choices.tsx';
import { useForm } from '#site/forms/form.ts';
import type { FormValues } from '#site/forms/names.ts';
import { useDesk } from '../context.ts';
import { useTyping } from '../forms/typing.ts';
import { AddFiles } from './AddFiles.tsx';
import { useOpened } from './context.ts';

export function RunFiles({ run }: { run: DeskLabRun }) {
  const { values } = useForm();
  const offered = useOffered(run);
  const choose = useChoosing(values, offered);
  const labels = labelsOf(offered);
  const chosen = labelsOf(offered.filter(({ id }) => chosenIn(values).includes(id)));
  return (
    <>
      {offered.length > 0 && (
        <Checkboxes
          name="files"
          legend="Which files belong to this run?"
          hint="Name, kind, size and SHA-256 of each are published with the result; the file is not."
          labels={labels}
        />
      )}
      <AddFiles scope={`run-${run.id}`} label="Add files to this run" onAdded={choose}>
        Each is rebuilt without metadata and gets a neutral name.
      </AddFiles>
      {Object.keys(chosen).length > 0 && (
        <Checkboxes
          name="deskOnly"
          legend="Which of them does the vendor not get?"
          hint="The vendor can download the others once the results are sent."
          labels={chosen}
        />
      )}
    </>
  );
}

function useOffered(run: DeskLabRun) {
  const { lab, evidence } = useOpened().submission;
  const listed = lab?.runs.flatMap(({ recorded }) => recorded?.files ?? []) ?? [];
  return filesFor(evidence, run, listed);
}

/** Ticks what was added. */
function useChoosing(values: FormValues, offered: readonly EvidenceFile[]) {
  const { submission, reload } = useOpened();
  const { say } = useDesk();
  const type = useTyping();
  // Adding takes seconds, in which somebody goes on typing.
  const newest = useRef(values);
  newest.current = values;
  return async (added: readonly EvidenceFile[]) => {
    const older = added.filter(
      ({ id }) =>
        submission.evidence.some((file) => file.id === id) && !offered.some((file) => file.id === id),
    );
    if (older.length > 0) say(`There before the lab began, so not of this run: ${namesOf(older)}.`);
    const ids = [...chosenIn(newest.current), ...added.map(({ id }) => id)];
    type({ ...newest.current, files: [...new Set(ids)] });
    await reload();
  };
}

const chosenIn = ({ files }: FormValues): string[] => (Array.isArray(files) ? files.map(String) : []);

const labelsOf = (files: readonly EvidenceFile[]) =>
  Object.fromEntries(files.map((file) => [file.id, `${file.name}, ${fileWords(file)}`]));

const namesOf = (files: readonly EvidenceFile[]) => files.map(({ name }) => name).join(', ');
