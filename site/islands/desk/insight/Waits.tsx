/** How long submissions stayed in each state: drawn, and as a table. */
import type { Insight } from '#schemas/insight.ts';
import { STATE_LABELS } from '#schemas/workflow.ts';
import { layoutWaits, SIZES, type Size } from './chart-layout.ts';

const BAR = 12;

export const Waits = ({ waits }: Pick<Insight, 'waits'>) => (
  <section aria-labelledby="waits">
    <h2 id="waits">How long it took</h2>
    <p>
      Stays that ended within a year. The dot is the median; the line goes on to the day by which nine in ten
      were over.
    </p>
    {waits.length === 0 ? <p>Nothing has left a state within a year.</p> : <Drawn waits={waits} />}
  </section>
);

const Drawn = ({ waits }: Pick<Insight, 'waits'>) => (
  <>
    <Chart waits={waits} size="wide" />
    <Chart waits={waits} size="narrow" />
    <table class="desk-figures">
      <caption class="usa-sr-only">Days in each state</caption>
      <thead>
        <tr>
          <th scope="col">State</th>
          <th scope="col">Median, days</th>
          <th scope="col">Nine in ten within, days</th>
          <th scope="col">Stays</th>
        </tr>
      </thead>
      <tbody>
        {waits.map(({ state, median, ninetieth, stays }) => (
          <tr key={state}>
            <th scope="row">{STATE_LABELS[state]}</th>
            <td>{median}</td>
            <td>{ninetieth}</td>
            <td>{stays}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </>
);

/** The table beside it says the same, so nobody needs to be read the drawing. */
function Chart({ waits, size }: Pick<Insight, 'waits'> & { size: Size }) {
  const { height, rows, ticks } = layoutWaits(waits, size);
  const floor = height - 22;
  return (
    <svg
      class={`desk-chart desk-chart--${size}`}
      viewBox={`0 0 ${SIZES[size].width} ${height}`}
      aria-hidden="true"
    >
      {ticks.map(({ value, x }) => (
        <g key={value}>
          <line class="desk-chart__line" x1={x} x2={x} y1={0} y2={floor} />
          <text x={x} y={height - 6} text-anchor="middle">
            {value}
          </text>
        </g>
      ))}
      {rows.map(({ state, y, median, ninetieth }) => (
        <g key={state}>
          <text x={0} y={y + 4}>
            {STATE_LABELS[state]}
          </text>
          <rect class="desk-chart__span" x={median} y={y - BAR / 2} width={ninetieth - median} height={BAR} />
          <circle class="desk-chart__median" cx={median} cy={y} r={BAR / 2} />
        </g>
      ))}
    </svg>
  );
}
