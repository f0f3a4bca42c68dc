/** A lab procedure: what must be there, what is done and seen, what is written down, and when each verdict is given. */
import { Fragment } from 'preact';
import { LAB_VERDICT_LABELS, LAB_VERDICTS, type LabTest } from '#schemas/lab-test.ts';

type Props = {
  procedure: LabTest;
  /** Of its headings. */
  level: 2 | 4 | 5;
};

export function Procedure({ procedure, level }: Props) {
  const Heading = `h${level}` as const;
  return (
    <>
      <p>
        <strong>The claim that is tried.</strong> {procedure.purpose}
      </p>
      {procedure.safety && (
        <p class="note note--care">
          <strong>Safety.</strong> {procedure.safety}
        </p>
      )}
      <Heading>What must be there</Heading>
      <Items items={procedure.preconditions} />
      <Heading>What to do, and what is seen if the claim holds</Heading>
      <ol>
        {procedure.steps.map(({ do: does, expect, decisive }) => (
          <li key={does}>
            <p>
              <strong>{does}</strong>
            </p>
            <p>
              {expect}
              {decisive && ' Decisive: without this result the claim cannot be verified.'}
            </p>
          </li>
        ))}
      </ol>
      <Heading>What to write down</Heading>
      <Items items={procedure.record} />
      <Heading>Verdicts</Heading>
      <dl>
        {LAB_VERDICTS.map((verdict) => (
          <Fragment key={verdict}>
            <dt>{LAB_VERDICT_LABELS[verdict]}</dt>
            <dd>{procedure.verdicts[verdict]}</dd>
          </Fragment>
        ))}
      </dl>
    </>
  );
}

const Items = ({ items }: { items: readonly string[] }) => (
  <ul>
    {items.map((item) => (
      <li key={item}>{item}</li>
    ))}
  </ul>
);
