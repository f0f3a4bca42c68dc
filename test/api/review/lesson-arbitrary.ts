/** Lessons of any shape that the form takes, for properties. Each is parsed with the schema of the form. */
import fc from 'fast-check';
import { type LessonContent, lessonContent } from '#schemas/submission.ts';
import {
  DATE_PRECISIONS,
  ENVIRONMENTS,
  MILESTONES,
  OUTCOMES,
  SECTORS,
  SIZE_BANDS,
  STANDINGS,
  STEP_EFFECTS,
  STEP_USES,
} from '#schemas/vocabulary.ts';

/** Texts that readers of YAML, JSON or Markdown have been known to mistake for something else. */
export const HOSTILE_TEXTS = [
  '!!js/function x',
  '&a *a',
  '*a',
  '---',
  '...',
  'yes',
  'null',
  '~',
  '1e3',
  '0x10',
  '2021-12-10',
  '12:30:45',
  '- item',
  '# comment',
  'key: value',
  '"quoted"',
  "it's",
  'back\\slash \\u0041 \\n',
  '%TAG ! x',
  '@at `tick`',
  '[1, 2]',
  '<<',
  '__proto__',
  'a\u00A0b',
  'a\u2028b',
  'a\u0085b',
  'e\u0301 and é',
  '\u0301 begins with a combining mark',
  '👩‍👩‍👧 emoji 🩹',
  'עברית ‏ and العربية',
  'n\u0303',
  `${'long '.repeat(15)}end`,
] as const;

const printable = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).map((text) => `x ${text} x`);
const isLine = (text: string) => lessonContent.shape.title.safeParse(text).success;
/** A line that the form takes. */
export const lines = fc.oneof(fc.constantFrom(...HOSTILE_TEXTS), printable).filter(isLine);
const paragraphs = fc
  .array(fc.oneof(lines, fc.constantFrom('  indented', 'trailing  ', '\ttab')), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.join('\n\n'))
  .filter((text) => lessonContent.shape.situation.safeParse(text).success);

const year = fc.integer({ min: 1990, max: 2030 }).map(String);
const monthOfYear = fc.integer({ min: 1, max: 12 }).map((number) => String(number).padStart(2, '0'));
const partialDate = fc.oneof(
  year,
  fc.tuple(year, monthOfYear).map((parts) => parts.join('-')),
  fc.tuple(year, monthOfYear, fc.constantFrom('01', '28')).map((parts) => parts.join('-')),
);
const coarseTime = fc.oneof(
  year,
  fc.tuple(year, monthOfYear).map((parts) => parts.join('-')),
  fc.tuple(year, fc.constantFrom('Q1', 'Q4')).map((parts) => parts.join('-')),
);
const one = <const T extends readonly string[]>(list: T) => fc.constantFrom(...list);
const few = <T>(rows: fc.Arbitrary<T>) => fc.array(rows, { maxLength: 2 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const environments = fc.uniqueArray(one(ENVIRONMENTS), { maxLength: 3 });
const described = { sector: one(SECTORS), sizeBand: one(SIZE_BANDS), region: maybe(lines), environments };
const organization = fc.oneof(
  fc.record({ attribution: fc.constant('named'), name: lines, ...described }),
  fc.record({ attribution: fc.constant('described'), description: lines, ...described }),
  fc.record({ attribution: fc.constant('anonymous'), sector: one(SECTORS), environments }),
);
const period = fc.oneof(
  fc.record({ from: coarseTime }),
  coarseTime.map((time) => ({ from: time, to: time })),
);
const milestone = fc.record({
  milestone: one(MILESTONES),
  date: partialDate,
  precision: one(DATE_PRECISIONS),
  note: maybe(lines),
});
const bearing = fc.record({
  step: fc.constantFrom('emergency-patching/canary', 'routine-patching/test'),
  use: one(STEP_USES),
  effect: one(STEP_EFFECTS),
});
const lesson = fc.record({ lesson: lines, recommendation: lines, bearings: few(bearing) });
const values = fc.constantFrom('76', '34 to 55', '0.5', 'about 1,200', '12 %', 'many', '1.2 million');
const measure = fc.record({
  label: lines,
  value: values,
  unit: fc.constantFrom('days', '%'),
  source: lines,
  asOf: maybe(partialDate),
  standing: maybe(one(STANDINGS)),
});
const address = fc.constantFrom('https://example.org/a?b=c#d', 'http://example.org');
const source = fc.record({
  title: lines,
  publisher: lines,
  url: maybe(address),
  date: maybe(partialDate),
  standing: one(STANDINGS),
  archived: maybe(fc.record({ url: address, date: partialDate })),
});
const shownOrKept = one(['public', 'reviewers_only', 'withheld']);
const anyLevel = one(['public', 'generalised', 'reviewers_only', 'withheld']);
const release = fc.record({
  period: one(['public', 'generalised']),
  timeline: anyLevel,
  actions: shownOrKept,
  result: shownOrKept,
  vulnerabilities: shownOrKept,
  technologies: shownOrKept,
  postPatchActions: shownOrKept,
  measures: anyLevel,
  sources: shownOrKept,
});

export const lessons: fc.Arbitrary<LessonContent> = fc
  .record({
    title: lines,
    summary: lines,
    outcome: one(OUTCOMES),
    organization,
    period,
    situation: paragraphs,
    actions: maybe(paragraphs),
    result: maybe(paragraphs),
    timeline: few(milestone),
    lessons: fc.array(lesson, { minLength: 1, maxLength: 2 }),
    vulnerabilities: few(fc.constantFrom('CVE-2021-44228', 'CVE-2017-0144')),
    technologies: few(lines.filter((text) => text.length <= 80)),
    postPatchActions: few(lines),
    measures: few(measure),
    sources: few(source),
    release,
  })
  .map((content) => lessonContent.parse(content));
