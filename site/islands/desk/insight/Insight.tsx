/** The work of the desk in figures, all of it of what the editor may see, and tables to take away. */
import type { Insight as Answer } from '#schemas/insight.ts';
import { REASON_LABELS } from '#schemas/workflow.ts';
import { useDesk } from '../context.ts';
import { Heading } from '../Heading.tsx';
import { Loading } from '../Loading.tsx';
import { useLoaded } from '../use-loaded.ts';
import { Months } from './Months.tsx';
import { TakeAway } from './TakeAway.tsx';
import { Waits } from './Waits.tsx';

export function Insight() {
  const { calls } = useDesk();
  const insight = useLoaded('insight', calls.insight);
  return (
    <Loading of={insight} title="The figures cannot be shown">
      {(answer) => (
        <>
          <Heading>Insight</Heading>
          <p>Figures of the submissions that you can see.</p>
          <Months months={answer.months} />
          <Waits waits={answer.waits} />
          <Declines declines={answer.declines} />
          <Agreement agreement={answer.agreement} />
          <TakeAway />
        </>
      )}
    </Loading>
  );
}

const Declines = ({ declines }: Pick<Answer, 'declines'>) => (
  <section aria-labelledby="declines">
    <h2 id="declines">Why it was declined</h2>
    {declines.length === 0 ? (
      <p>Nothing was declined within a year.</p>
    ) : (
      <table>
        <caption class="usa-sr-only">Declines within a year, by reason</caption>
        <thead>
          <tr>
            <th scope="col">Reason</th>
            <th scope="col">Declined</th>
          </tr>
        </thead>
        <tbody>
          {declines.map(({ code, declined }) => (
            <tr key={code}>
              <th scope="row">{REASON_LABELS[code]}</th>
              <td>{declined}</td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
  </section>
);

const Agreement = ({ agreement: { revisions, agreed } }: Pick<Answer, 'agreement'>) => (
  <section aria-labelledby="agreement">
    <h2 id="agreement">Whether reviewers agree</h2>
    {revisions === 0 ? (
      <p>No revision had the verdicts of two people within a year.</p>
    ) : (
      <p>
        On {agreed} of {revisions} {revisions === 1 ? 'revision' : 'revisions'} (
        {Math.round((agreed / revisions) * 100)} %) all verdicts were the same. Abstentions do not count. Two
        people who guessed would often agree too.
      </p>
    )}
  </section>
);
