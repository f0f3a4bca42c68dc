/** A lab procedure as the person needs it who runs it. */
import { type KnownProcedure, LAB_VERDICT_LABELS, LAB_VERDICTS } from '#schemas/lab-test.ts';

export const ProcedureText = ({ procedure }: { procedure: KnownProcedure }) => (
  <details>
    <summary>
      The procedure, version {procedure.version}
      <span class="usa-sr-only">: {procedure.title}</span>
    </summary>
    <p>
      <strong>The claim that is tried.</strong> {procedure.purpose}
    </p>
    {procedure.safety && (
      <p class="note note--care">
        <strong>Safety.</strong> {procedure.safety}
      </p>
    )}
    <h4>What must be there</h4>
    <Items items={procedure.preconditions} />
    <h4>What to do, and what is seen if the claim holds</h4>
    <ol>
      {procedure.steps.map(({ do: does, expect, decisive }) => (
        <li key={does}>
          <p>
            <strong>{does}</strong> {expect}
            {decisive && ' Decisive.'}
          </p>
        </li>
      ))}
    </ol>
    <h4>What to write down</h4>
    <Items items={procedure.record} />
    <h4>Verdicts</h4>
    <dl>
      {LAB_VERDICTS.map((verdict) => (
        <div key={verdict}>
          <dt>{LAB_VERDICT_LABELS[verdict]}</dt>
          <dd>{procedure.verdicts[verdict]}</dd>
        </div>
      ))}
    </dl>
  </details>
);

const Items = ({ items }: { items: readonly string[] }) => (
  <ul>
    {items.map((item) => (
      <li key={item}>{item}</li>
    ))}
  </ul>
);
