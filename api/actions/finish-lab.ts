/** The lab has tried every procedure and gives the offering back: its vendor reads the results and may answer each. */
import { countStays, listRunsOfStay, openStatements } from '#api/db/lab-runs.ts';
import type { Deps } from '#api/deps.ts';
import { compose } from '#api/letters/wording.ts';
import { statementDue } from '#api/review/lab-runs.ts';
import type { DeskInput } from '#schemas/decisions.ts';
import { act, type Party } from './act.ts';
import { titleOfProcedure } from './show-lab-runs.ts';

export const finishLab = (deps: Deps, party: Party, id: string, input: DeskInput<'finish_lab'>) =>
  act(deps, { party, id, action: 'finish_lab', input }, async ({ tx, row, at }) => {
    const stay = await countStays(tx, id);
    const runs = await listRunsOfStay(tx, id, stay);
    const due = statementDue(at);
    await openStatements(tx, id, stay, due);
    const results = runs.flatMap(({ procedure, verdict }) =>
      verdict === null ? [] : [{ title: titleOfProcedure(deps, procedure), verdict }],
    );
    const until = due.toISOString().slice(0, 10);
    return {
      set: { labFrom: null },
      letter: compose('lab_results', row.reference, { note: input.note, results, until }),
      payload: { stay },
    };
  });
