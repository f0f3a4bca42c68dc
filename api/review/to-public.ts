/**
 * The one way from a submission to the public record. What it returns is what is shown at sign-off, hashed and published.
 * A field that is not public leaves no text behind.
 *
 * How a field is generalised:
 * - period: years.
 * - timeline: years, without notes. A record holds years, months and days; the first month of a quarter would state a month
 *   that may be wrong and would let the order within a quarter be guessed, so a year, which is true, stands for all of them.
 * - measures: the range of powers of ten that holds the value, with its label and unit. Source, date and standing go.
 *   A value that is not plainly one number or two (“1.2 million”, “-5”) is left out: its range would be a guess.
 */
import type { CaseStudy, Measure, MilestoneEntry } from '#schemas/case-study.ts';
import type { Offering, OfferingContent } from '#schemas/offering.ts';
import {
  type Content,
  type FullContent,
  isLesson,
  isOffering,
  type LessonContent,
  type Release,
  type Submission,
} from '#schemas/submission.ts';

type ReleasedField = keyof Release;
export type PublicRecord = CaseStudy | Offering;

const year = (date: string) => date.slice(0, 4);

/**
 * Make the public record of a lesson or an offering; a short lesson has none. Parse the result with `caseStudy` or
 * `offering` where the content did not come from their schemas.
 */
export function toPublic(content: LessonContent): CaseStudy;
export function toPublic(content: OfferingContent): Offering;
export function toPublic(content: FullContent): PublicRecord;
export function toPublic(content: FullContent): PublicRecord {
  return isOffering(content) ? publicOffering(content) : publicCase(content);
}

/** Each field by name, so that what is added to the content stays out until somebody decides that it is public. */
const publicOffering = (content: OfferingContent): Offering => ({
  vendor: content.vendor,
  product: content.product,
  version: content.version,
  summary: content.summary,
  claims: content.claims,
  scenarios: content.scenarios,
  roles: content.roles,
  limits: content.limits,
  ...(content.release.access === 'public' && { access: content.access }),
  instructions: content.instructions,
  answers: content.answers,
});

function publicCase(content: LessonContent): CaseStudy {
  const isPublic = (field: ReleasedField) => content.release[field] === 'public';
  return {
    title: content.title,
    summary: content.summary,
    outcome: content.outcome,
    organization: publicOrganization(content.organization),
    period: isPublic('period') ? content.period : generalisedPeriod(content.period),
    situation: content.situation,
    ...(isPublic('actions') && content.actions !== undefined && { actions: content.actions }),
    ...(isPublic('result') && content.result !== undefined && { result: content.result }),
    timeline: released(content.timeline, content.release.timeline, generalisedMilestone),
    lessons: content.lessons,
    vulnerabilities: isPublic('vulnerabilities') ? content.vulnerabilities : [],
    technologies: isPublic('technologies') ? content.technologies : [],
    postPatchActions: isPublic('postPatchActions') ? content.postPatchActions : [],
    measures: released(content.measures, content.release.measures, generalisedMeasure),
    sources: isPublic('sources') ? content.sources : [],
  };
}

/** What may be stored: the content without the fields that its submitter keeps out. The release levels stay, to show that they did. */
export function withoutWithheld<Kind extends Content>(content: Kind): Kind;
export function withoutWithheld(content: Content): Content {
  if (!isLesson(content)) return content;
  const kept = { ...content };
  const { release } = content;
  if (release.actions === 'withheld') delete kept.actions;
  if (release.result === 'withheld') delete kept.result;
  for (const field of LISTS) if (release[field] === 'withheld') kept[field] = [];
  return kept;
}

/** A submission as it may be stored. */
export function asStored(sent: Submission): Submission {
  if (sent.kind === 'offering' || sent.form === 'short') return sent;
  return { ...sent, content: withoutWithheld(sent.content) };
}

const LISTS = [
  'timeline',
  'vulnerabilities',
  'technologies',
  'postPatchActions',
  'measures',
  'sources',
] as const satisfies readonly ReleasedField[];

/** An anonymous organization keeps its sector and environments, whatever else the object carries. */
function publicOrganization(organization: CaseStudy['organization']): CaseStudy['organization'] {
  if (organization.attribution !== 'anonymous') return organization;
  const { attribution, sector, environments } = organization;
  return { attribution, sector, environments };
}

const generalisedPeriod = ({ from, to }: CaseStudy['period']): CaseStudy['period'] => ({
  from: year(from),
  ...(to !== undefined && { to: year(to) }),
});

function released<Row>(
  rows: readonly Row[],
  level: Release['timeline'],
  generalised: (row: Row) => Row | undefined,
): Row[] {
  if (level === 'public') return [...rows];
  if (level !== 'generalised') return [];
  return rows.map(generalised).filter((row) => row !== undefined);
}

const generalisedMilestone = ({ milestone, date, precision }: MilestoneEntry): MilestoneEntry => ({
  milestone,
  date: year(date),
  precision,
});

function generalisedMeasure({ label, value, unit }: Measure): Measure | undefined {
  const range = orderOfMagnitude(value);
  return range === undefined ? undefined : { label, value: range, unit, source: 'Stated by the submitter' };
}

const NUMBER = String.raw`(\d{1,12}|\d{1,3}(?:,\d{3}){1,3})(?:\.\d{1,9})?`;
const ONE_OR_TWO_NUMBERS = new RegExp(
  String.raw`^(?:(?:about|around|over|under|up to|more than|less than|at least|at most|~|<|>|≈)\s*)?${NUMBER}(?:\s*(?:to|–|-)\s*${NUMBER})?\s*%?$`,
  'i',
);

/** `76` → `10 to 99`, `34 to 155` → `10 to 999`, `0.4` → `under 1`; nothing where the value is not plainly a number or a range. */
export function orderOfMagnitude(value: string): string | undefined {
  const match = ONE_OR_TWO_NUMBERS.exec(value.trim());
  if (!match?.[1]) return undefined;
  const numbers = [match[1], match[2] ?? match[1]].map((text) => Number(text.replaceAll(',', '')));
  const highest = Math.max(...numbers);
  if (highest < 1) return 'under 1';
  const lowest = Math.min(...numbers);
  const from = lowest < 1 ? 0 : 10 ** (digits(lowest) - 1);
  return `${from.toLocaleString('en')} to ${(10 ** digits(highest) - 1).toLocaleString('en')}`;
}

/** Decimal digits before the point. Counted, because a logarithm errs near powers of ten. */
const digits = (whole: number) => String(whole).length;
