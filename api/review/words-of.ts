/** The words of a submission as plain text: what counts and compares texts reads them from here. Pure. */
import type { CaseStudy } from '#schemas/case-study.ts';
import type { Offering } from '#schemas/offering.ts';
import type { Content } from '#schemas/submission.ts';

/** A text of any kind, whether it is as sent or the public record of it. */
export type Text = Content | CaseStudy | Offering;

/** `title` names it; `core` is what a duplicate would say too. */
export type Told = { title: string; core: string };

const TITLE_LENGTH = 80;

export function told(text: Text): Told {
  if ('happened' in text)
    return { title: shortened(text.happened), core: `${text.happened}\n${text.differently}` };
  if ('product' in text) {
    const claims = text.claims.map(({ claim }) => claim);
    return {
      title: `${text.product} (${text.vendor})`,
      core: [text.vendor, text.product, text.summary, ...claims].join('\n'),
    };
  }
  const lessons = text.lessons.flatMap(({ lesson, recommendation }) => [lesson, recommendation]);
  return {
    title: text.title,
    core: [text.title, text.summary, ...lessons, ...text.vulnerabilities].join('\n'),
  };
}

/** A short lesson has no title: its beginning stands for one. */
function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= TITLE_LENGTH ? line : `${line.slice(0, TITLE_LENGTH).replace(/\s\S*$/, '')} …`;
}

/** All that was written in sentences. Fields that are counted by themselves are not in it. */
export function prose(text: Text): string {
  if ('happened' in text) return told(text).core;
  if ('product' in text) {
    const steps = text.instructions.flatMap((step) => Object.values(step));
    return [told(text).core, text.limits, ...steps, ...Object.values(text.answers)].join('\n');
  }
  const { situation, actions = '', result = '', technologies, postPatchActions } = text;
  const notes = text.timeline.map(({ note = '' }) => note);
  return [told(text).core, situation, actions, result, ...notes, ...technologies, ...postPatchActions].join(
    '\n',
  );
}
