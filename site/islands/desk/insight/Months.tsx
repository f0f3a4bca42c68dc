/** What came, was published and was declined in each month: drawn, and as a table. */
import type { Insight } from '#schemas/insight.ts';
import { layoutMonths, MONTHS_HEIGHT, SERIES, SIZES, type Size } from './chart-layout.ts';

const SHORT_MONTH = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });
/** `2026-11` as “Nov 2026”: the table is narrow too. */
const monthWords = (month: string) => SHORT_MONTH.format(new Date(`${month}-01`));
const SERIES_WORDS = { received: 'Received', published: 'Published', declined: 'Declined' } as const;

export const Months = ({ months }: Pick<Insight, 'months'>) => (
  <section aria-labelledby="months">
    <h2 id="months">What came and went</h2>
    <Chart months={months} size="wide" />
    <Chart months={months} size="narrow" />
    <table class="desk-figures">
      <caption class="usa-sr-only">Submissions received, published and declined, by month</caption>
      <thead>
        <tr>
          <th scope="col">Month</th>
          {SERIES.map((series) => (
            <th key={series} scope="col">
              <svg class="desk-key" viewBox="0 0 10 10" aria-hidden="true">
                <rect class={`desk-chart__${series}`} width="10" height="10" />
              </svg>{' '}
              {SERIES_WORDS[series]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {months.map((month) => (
          <tr key={month.month}>
            <th scope="row" class="desk-nowrap">
              {monthWords(month.month)}
            </th>
            {SERIES.map((series) => (
              <td key={series}>{month[series]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

/** The table beside it says the same, so nobody needs to be read the drawing. */
function Chart({ months, size }: Pick<Insight, 'months'> & { size: Size }) {
  const { bars, ticks, labels, floor, left } = layoutMonths(months, size);
  const { width } = SIZES[size];
  return (
    <svg
      class={`desk-chart desk-chart--${size}`}
      viewBox={`0 0 ${width} ${MONTHS_HEIGHT}`}
      aria-hidden="true"
    >
      {ticks.map(({ value, y }) => (
        <g key={value}>
          <line class="desk-chart__line" x1={left} x2={width} y1={y} y2={y} />
          <text x={left - 6} y={y + 4} text-anchor="end">
            {value}
          </text>
        </g>
      ))}
      {bars.map(({ key, series, ...box }) => (
        <rect key={key} class={`desk-chart__${series}`} {...box} />
      ))}
      {labels.map(({ month, x }) => (
        <text key={month} x={x} y={floor + 17} text-anchor="middle">
          {monthWords(month)}
        </text>
      ))}
    </svg>
  );
}
