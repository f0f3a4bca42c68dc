/** The steps of all processes as a table, with what the cases say of each in numbers. */
import type { Process } from '#schemas/process.ts';
import { countCases, type Ledger, NO_EVIDENCE, onSide } from '#site/evidence/ledger.ts';
import { several, tableOf } from './table.ts';

/** One row for each step, in the order of the processes. Counted are cases. */
export const stepsTable = (processes: readonly { id: string; data: Process }[], ledger: Ledger) =>
  tableOf(
    [
      'step',
      'process',
      'number',
      'name',
      'actor',
      'target',
      'target_basis',
      'done_when',
      'controls',
      'grade',
      'cases_for',
      'cases_against',
      'cases_neutral',
    ],
    processes.flatMap(({ id: process, data }) =>
      data.steps.map((step, index) => {
        const id = `${process}/${step.id}`;
        const { grade, entries } = ledger.get(id) ?? NO_EVIDENCE;
        return {
          step: id,
          process,
          number: index + 1,
          name: step.name,
          actor: data.roles.find((role) => role.id === step.actor)?.name,
          target: step.target?.within,
          target_basis: step.target?.basis,
          done_when: step.doneWhen,
          controls: several(step.controls),
          grade,
          cases_for: countCases(onSide(entries, 'for')),
          cases_against: countCases(onSide(entries, 'against')),
          cases_neutral: countCases(onSide(entries, 'neutral')),
        };
      }),
    ),
  );
