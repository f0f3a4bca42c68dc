/** Figures as their sources state them. Those that go by one name stand side by side, also where they disagree. */
import type { VNode } from 'preact';
import type { Measure } from '#schemas/case-study.ts';
import { longDate } from '#site/dates.ts';

/** Figures by what they measure, in the order of their first mention. */
export const byLabel = (measures: readonly Measure[]): [string, Measure[]][] => [
  ...Map.groupBy(measures, ({ label }) => label),
];

export const Measures = ({ measures }: { measures: readonly Measure[] }): VNode => (
  <table class="measures">
    <thead>
      <tr>
        <th scope="col">What was measured</th>
        <th scope="col">Figure, and who states it</th>
      </tr>
    </thead>
    <tbody>
      {byLabel(measures).map(([label, figures]) => (
        <tr>
          <th scope="row">{label}</th>
          <td>
            <ul class="figures">
              {figures.map((figure) => (
                <Figure {...figure} />
              ))}
            </ul>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

const Figure = ({ value, unit, source, asOf, standing }: Measure): VNode => (
  <li class="figure">
    <span class="figure__value">
      {value} {unit}
    </span>{' '}
    <span class="figure__source">
      {source}
      {asOf && (
        <>
          , <time dateTime={asOf}>{longDate(asOf)}</time>
        </>
      )}
      {standing === 'secondary' && ' (read in a secondary source)'}
    </span>
  </li>
);
