import { expect, test } from 'vitest';
import { specificityOf } from '#api/review/specificity.ts';
import type { LessonContent, ShortLesson } from '#schemas/submission.ts';
import { lessonContent } from '#schemas/submission.ts';
import { lesson } from '#test/support/story.ts';

const short = (happened: string): ShortLesson => ({ happened, differently: 'More of it.' });
const told: LessonContent = lessonContent.parse(lesson.content);

test('a lesson is counted by its fields and by what its sentences name', () => {
  expect(specificityOf(told)).toEqual({
    dates: 3,
    versions: 0,
    steps: 2,
    figures: 4,
    vulnerabilities: 1,
    sources: 0,
  });
});

test.each([
  ['dates', 'On 10 December 2021, in January 2022 and on 2022-01-14.', 3],
  ['dates', 'Back in 2021, on the 10th, we may have been late.', 0],
  ['versions', 'Log4j 2.14 became 2.17.1, with KB5005565 and v3 of the agent.', 4],
  ['versions', 'It took 2.5 hours from 10.1.2.3, and 99.5 % were done.', 0],
  ['figures', 'Of 2,000 machines 95 % had it within 36 hours.', 3],
  ['figures', 'Most machines had it after some hours.', 0],
  ['vulnerabilities', 'First CVE-2021-44228, then cve-2021-45046, then CVE-2021-44228 again.', 2],
  ['sources', 'See https://example.org/report and http://example.org/other.', 2],
  ['steps', 'We had a canary and a rollback.', 0],
] as const)('%s in “%s”: %i', (kind, text, count) => {
  expect(specificityOf(short(text))[kind]).toBe(count);
});

test('what is named twice is counted once, because saying it again makes nothing clearer', () => {
  const twice = { ...told, situation: `${told.situation} CVE-2021-44228 on 2021-12-10.` };

  expect(specificityOf(twice)).toMatchObject({ vulnerabilities: 1, dates: 3 });
});
