/** A short lesson as the beginning of a whole one: its two answers where they belong, and everything else to be filled in. Pure. */
import type { ShortLesson } from '#schemas/submission.ts';
import type { FormValues } from '#site/forms/names.ts';

/** Told in two minutes, nobody chose a way to appear: the most careful one is the beginning. */
export const expanded = ({ happened, differently, sector }: ShortLesson): FormValues => ({
  organization: { attribution: 'anonymous', ...(sector && { sector }) },
  situation: happened,
  lessons: [{ lesson: differently }],
});
