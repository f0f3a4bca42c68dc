/** An editor sends an offering to the lab with the procedures to run, from the review or, as a retest, while it is published. */
import { assignRuns, countStays } from '#api/db/lab-runs.ts';
import { findContent } from '#api/db/submissions.ts';
import { findStandingRevision } from '#api/db/versions.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import { instructionsHash } from '#api/review/instructions-hash.ts';
import { fits } from '#api/review/lab-runs.ts';
import type { DeskInput } from '#schemas/decisions.ts';
import type { KnownProcedure } from '#schemas/lab-test.ts';
import type { OfferingContent } from '#schemas/offering.ts';
import { type Content, isOffering } from '#schemas/submission.ts';
import { act, type Party } from './act.ts';
import { letterOf } from './decision-letter.ts';

export const sendToLab = (deps: Deps, party: Party, id: string, input: DeskInput<'send_to_lab'>) =>
  act(deps, { party, id, action: 'send_to_lab', input }, async (situation) => {
    const { tx, row, at } = situation;
    const revision = await findStandingRevision(tx, row);
    const content = offeringIn(await findContent(tx, id, revision));
    const procedures = chosenFor(content, deps.procedures, input.procedures);
    const stay = (await countStays(tx, id)) + 1;
    const runs = procedures.map((procedureText) => ({
      id: deps.newId(),
      submissionId: id,
      stay,
      procedure: procedureText.id,
      procedureVersion: procedureText.version,
      procedureText,
      revision,
      instructionsHash: instructionsHash(content),
      assignedAt: at,
    }));
    await assignRuns(tx, runs);
    return {
      set: { labFrom: row.state === 'published' ? 'published' : 'in_review' },
      letter: await letterOf(deps, situation, 'send_to_lab', input),
      payload: { stay },
    };
  });

/** The workflow sends nothing else to the lab. */
function offeringIn(content: Content): OfferingContent {
  if (!isOffering(content)) throw new Error('What is sent to the lab is no offering');
  return content;
}

/** The procedures by these ids, each once. Refuses with `invalid`, at each, what is none or tries nothing that is claimed. */
function chosenFor(
  content: OfferingContent,
  known: readonly KnownProcedure[],
  ids: readonly string[],
): KnownProcedure[] {
  const fitting = new Map(known.filter((one) => fits(content, one)).map((one) => [one.id, one]));
  const issues = ids.flatMap((id, index) =>
    fitting.has(id) ? [] : [{ path: `procedures.${index}`, message: whyNot(id, known) }],
  );
  if (issues.length > 0) throw new AppError('invalid', 'Some answers need attention.', { issues });
  return [...fitting.values()].filter(({ id }) => ids.includes(id));
}

const whyNot = (id: string, known: readonly KnownProcedure[]) =>
  known.some((one) => one.id === id)
    ? `“${id}” tries nothing that this offering claims. Choose one from the list.`
    : `There is no lab procedure “${id}”. Choose one from the list.`;
