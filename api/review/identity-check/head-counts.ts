/** Exact head counts. A round one tells no more than its order, and a small one no more than the smallest band of sizes. */
import { magnitude, NUMBER, SCALES, significantDigits, valueOfNumber } from './magnitudes.ts';
import { before, type Detector, fitted, type Match, matchesOf } from './matches.ts';

const PEOPLE =
  'employees|staff(?: members)?|people|persons|users|nurses|doctors|physicians|clinicians|surgeons|midwives|workers|colleagues|engineers|technicians|administrators|admins|students|pupils|teachers|lecturers|researchers|patients|residents|citizens|inhabitants|customers|subscribers|members|volunteers|FTEs?|full[- ]time equivalents|contractors|drivers|officers|soldiers|operators|consultants|lawyers|developers|analysts|cashiers|clerks|faculty|pensioners|households|tenants|policyholders|account holders|(?:civil |public )servants';
const ADJECTIVES = `(?: (?!percent|to |or |in |per |more |we |is |at |on |by |as |for |from |were |was |with |that |who |which )(?:of (?=our|the|its|their))?[a-z-]{2,20}){0,3}`;
const COUNTED = new RegExp(
  String.raw`(?<![\w.,$€£¥:/-])(?<number>${NUMBER})(?:\s(?<scale>thousand|million))?(?:${ADJECTIVES} (?:${PEOPLE})\b|[- ](?<joined>person|people|employee|strong|member|user|seat)\b)`,
  'gi',
);
const COUNT_OF = new RegExp(
  String.raw`\b(?:workforce|head ?count|staff|payroll|personnel|number of (?:${PEOPLE})|employ(?:s|ed|ing)?|population|team)(?: of| is| was|:)?(?: about| around| roughly| some| exactly| only)? (?<number>${NUMBER})(?![\w%]| ?%|[.,:/-]\d)`,
  'gi',
);

/** Up to here a count says no more than the smallest band of sizes in the form. */
const SMALL_COUNT = 50;

export const headCounts: Detector = (text) => [
  ...matchesOf(text, COUNTED, (match) => {
    const { number = '', scale = '', joined } = match.groups ?? {};
    const written = scale === '' ? number : match[0].slice(0, number.length + 1 + scale.length);
    const value = valueOfNumber(number) * (SCALES[scale.toLowerCase()] ?? 1);
    // “a 420-person company” keeps its form; anything else reads as a quantity.
    const words = joined ? quantity(value).replaceAll(' ', '-') : magnitude(value);
    return headCount(text, match.index, written, value, words);
  }),
  ...matchesOf(text, COUNT_OF, (match) => {
    const number = match.groups?.['number'] ?? '';
    const value = valueOfNumber(number);
    return headCount(text, match.index + match[0].length - number.length, number, value, quantity(value));
  }),
];

/** Without the “of” that leads to a noun. */
const quantity = (value: number) => magnitude(value).replace(/ of$/, '');

function headCount(
  text: string,
  start: number,
  written: string,
  value: number,
  words: string,
): Match | undefined {
  if (value < SMALL_COUNT || significantDigits(written) <= 1 || isYear(written, before(text, start)))
    return undefined;
  return { kind: 'head_count', start, end: start + written.length, proposal: fitted(text, start, words) };
}

const isYear = (written: string, lead: string) =>
  /^(?:19|20)\d\d$/.test(written) && /\b(?:in|since|of|until|by|during|from|and|to) $/i.test(lead);
