/** What the tests of the check share: a submitter, a lesson, and how findings are told in short. */
import { applyProposals } from '#api/review/identity-check/apply.ts';
import { checkText } from '#api/review/identity-check/check.ts';
import type { IdentityKind } from '#schemas/identity-finding.ts';
import { type LessonContent, lessonContent } from '#schemas/submission.ts';

export const PETRA = {
  name: 'Petra Lindqvist',
  email: 'petra.l@brightaisle.example',
  organization: 'Brightaisle Stores AB',
};

/** Kind and words of what is found. */
export const found = (text: string, known = PETRA): [IdentityKind, string][] =>
  checkText(text, known).map(({ kind, start, end }) => [kind, text.slice(start, end)]);

/** The text with every proposal applied. */
export const mended = (text: string, known = PETRA): string =>
  applyProposals(
    text,
    checkText(text, known).map((match) => ({ ...match, text: text.slice(match.start, match.end) })),
  );

/** A lesson of an anonymous organization in which nothing is to be found, with some of it changed. */
export const lessonWith = (changes: object): LessonContent =>
  lessonContent.parse({
    title: 'A driver stopped the printers',
    summary: 'A canary group caught it.',
    outcome: 'success',
    organization: { attribution: 'anonymous', sector: 'retail' },
    period: { from: '2025' },
    situation: 'We had printers of four makes.',
    lessons: [{ lesson: 'A canary finds what it resembles.', recommendation: 'Choose it by hardware.' }],
    ...changes,
  });
