/**
 * The public record of a case, as everybody sees it: on the site, at sign-off, at the desk and in the form's preview.
 * It prints the record and nothing else, so what is signed is what is published.
 */
import type { VNode } from 'preact';
import type { CaseStudy as PublicRecord } from '#schemas/case-study.ts';
import { Facts } from './Facts.tsx';
import { Lessons, type RecordStep } from './Lessons.tsx';
import { Measures } from './Measures.tsx';
import { Markdown } from './markdown.tsx';
import { Section } from './Section.tsx';
import { Sources } from './Sources.tsx';
import { Timeline } from './Timeline.tsx';

/** Sections by the field that they print, in order. The field is the fragment of the section too. */
const TITLES = {
  situation: 'Situation',
  actions: 'What was done',
  result: 'How it ended',
  timeline: 'Timeline',
  lessons: 'Lessons',
  postPatchActions: 'What had to be done after patching',
  measures: 'Figures',
  sources: 'Sources',
} as const satisfies Partial<Record<keyof PublicRecord, string>>;
const TOLD = ['situation', 'actions', 'result'] as const;

type Props = {
  record: PublicRecord;
  /** The steps that there are: one that is not among them goes by its id and has no page. Absent: not known here. */
  steps?: readonly RecordStep[] | undefined;
  /** Print the title too, as a heading of level 2. False where it is the heading of the page already. */
  titled?: boolean | undefined;
};

export function CaseStudy({ record, steps, titled = true }: Props): VNode {
  const level = titled ? 3 : 2;
  return (
    <div class="record wide">
      {titled && <h2>{record.title}</h2>}
      <p class="lead">{record.summary}</p>
      <Facts record={record} />
      {TOLD.map((part) => {
        const text = record[part];
        return text ? (
          <Section id={part} title={TITLES[part]} level={level}>
            <Markdown text={text} heading={level + 1} />
          </Section>
        ) : null;
      })}
      <Rows record={record} steps={steps} level={level} />
    </div>
  );
}

/** The sections that a record has, in order, for a table of contents. */
export const recordHeadings = (record: PublicRecord): { depth: 2; slug: string; text: string }[] =>
  Object.entries(TITLES)
    .filter(([part]) => (record[part as keyof typeof TITLES]?.length ?? 0) > 0)
    .map(([part, text]) => ({ depth: 2, slug: part, text }));

/** The parts that are rows of data. A part without any is left out. */
const Rows = ({ record, steps, level }: { record: PublicRecord; steps: Props['steps']; level: 2 | 3 }) => (
  <>
    {record.timeline.length > 0 && (
      <Section id="timeline" title={TITLES.timeline} level={level} wide>
        <Timeline timeline={record.timeline} />
      </Section>
    )}
    <Section id="lessons" title={TITLES.lessons} level={level}>
      <Lessons lessons={record.lessons} steps={steps} level={level} />
    </Section>
    {record.postPatchActions.length > 0 && (
      <Section id="postPatchActions" title={TITLES.postPatchActions} level={level}>
        <ul>
          {record.postPatchActions.map((action) => (
            <li>{action}</li>
          ))}
        </ul>
      </Section>
    )}
    {record.measures.length > 0 && (
      <Section id="measures" title={TITLES.measures} level={level} wide>
        <Measures measures={record.measures} />
      </Section>
    )}
    {record.sources.length > 0 && (
      <Section id="sources" title={TITLES.sources} level={level}>
        <Sources sources={record.sources} />
      </Section>
    )}
  </>
);
