/** What people recommend, and how many of their words are still hidden. */
import type { DeskSubmission } from '#schemas/desk.ts';
import { type Scores as Answers, CRITERIA, CRITERION_NAMES } from '#schemas/rubric.ts';
import { VERDICT_LABELS } from '#schemas/workflow.ts';
import { instantWords } from '../ageing.ts';
import { useOpened } from './context.ts';

export function Recommendations() {
  const { recommendations, hiddenRecommendations: hidden, revision } = useOpened().submission;
  return (
    <>
      {recommendations.length + hidden === 0 && <p>None yet.</p>}
      {hidden > 0 && (
        <p>
          {hidden === 1 ? 'One recommendation is' : `${hidden} recommendations are`} hidden until you have
          given your own, so that you judge for yourself first.
        </p>
      )}
      {recommendations.map((one) => (
        <One key={`${one.person} ${one.at}`} one={one} newest={revision} />
      ))}
    </>
  );
}

type OneProps = { one: DeskSubmission['recommendations'][number]; newest: number };

const One = ({ one, newest }: OneProps) => (
  <article class="desk-said-by">
    <h4>
      {one.mine ? 'You' : one.person}: {VERDICT_LABELS[one.verdict]}
    </h4>
    <p class="desk-small">
      On revision {one.revision}
      {one.revision < newest && ', which is not the newest: it no longer counts'}. {instantWords(one.at)}
    </p>
    <p class="desk-as-written">{one.note}</p>
    {one.rubric && <Scores rubric={one.rubric} version={one.rubricVersion} />}
  </article>
);

/** Only what its version asked for. */
const Scores = ({ rubric, version }: { rubric: Answers; version: string | undefined }) => (
  <>
    <p class="desk-small">Scores, by rubric {version}</p>
    <ul class="desk-small">
      {CRITERION_NAMES.map((criterion) => {
        const answer = rubric[criterion];
        return (
          answer && (
            <li key={criterion}>
              {CRITERIA[criterion].name}: {answer.score} of 4{answer.because && ` (${answer.because})`}
            </li>
          )
        );
      })}
    </ul>
  </>
);
