/** When things happened: drawn to scale, and beside it in words, which is also what a screen reader gets. */
import type { VNode } from 'preact';
import type { MilestoneEntry } from '#schemas/case-study.ts';
import { MILESTONE_LABELS } from '#schemas/vocabulary.ts';
import { longDate } from '#site/dates.ts';
import { inOrder, layoutTimeline, type PlacedMilestone } from './timeline-layout.ts';

/** As wide as the narrowest screen leaves: the drawing is never scaled down, so its words stay legible. */
const WIDTH = 288;
const AXIS = 56;
const LABEL = 78;

type Props = { timeline: readonly MilestoneEntry[] };

export const Timeline = ({ timeline }: Props): VNode => (
  <div class="timeline">
    <Drawing timeline={timeline} />
    <ol class="timeline__list">
      {inOrder(timeline).map(({ milestone, date, precision, note }) => (
        <li>
          <strong>{MILESTONE_LABELS[milestone]}</strong> {precision === 'about' && 'about '}
          <time dateTime={date}>{longDate(date)}</time>
          {note && <p>{note}</p>}
        </li>
      ))}
    </ol>
  </div>
);

function Drawing({ timeline }: Props): VNode {
  const { height, ticks, milestones } = layoutTimeline(timeline);
  return (
    <svg
      class="timeline__drawing"
      role="img"
      aria-label="The milestones drawn to scale; they follow in words"
      viewBox={`0 0 ${WIDTH} ${height}`}
      width={WIDTH}
      height={height}
    >
      <line class="timeline__axis" x1={AXIS} x2={AXIS} y1={0} y2={height} />
      {ticks.map(({ at, text }) => (
        <>
          <line class="timeline__tick" x1={AXIS - 5} x2={AXIS} y1={at} y2={at} />
          <text class="timeline__date" x={AXIS - 9} y={at + 4} text-anchor="end">
            {text}
          </text>
        </>
      ))}
      {milestones.map((placed) => (
        <Mark {...placed} />
      ))}
    </svg>
  );
}

const LEAST_LENGTH = 6;

/** A bar as long as the time is uncertain, a line to its label. A date that is only about right has a hollow bar. */
function Mark({ entry, from, to, at, label }: PlacedMilestone): VNode {
  const length = Math.max(LEAST_LENGTH, to - from);
  return (
    <>
      <path class="timeline__leader" d={`M${AXIS + 5} ${at}L${LABEL - 10} ${label}H${LABEL - 4}`} />
      <rect
        class={`timeline__mark timeline__mark--${entry.precision}`}
        x={AXIS - 4}
        y={(from + to - length) / 2}
        width={8}
        height={length}
        rx={2}
      />
      <text class="timeline__label" x={LABEL} y={label + 5}>
        {MILESTONE_LABELS[entry.milestone]}
        <tspan class="timeline__date" dx="6">
          {shortDate(entry)}
        </tspan>
      </text>
    </>
  );
}

const SHORT_DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

const shortDate = ({ date, precision }: MilestoneEntry) =>
  `${precision === 'about' ? '~' : ''}${date.length === 10 ? SHORT_DAY.format(new Date(date)) : date}`;
