/**
 * What a text names that can be checked: dates, versions, steps, figures, CVEs, sources. Pure. A hint for whoever begins
 * with it; a careful text may name little, so nothing is added up and nothing is refused by it.
 */
import type { Content } from '#schemas/submission.ts';
import type { Specificity } from '#schemas/triage.ts';
import { prose } from './words-of.ts';

const MONTHS =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
/** `2021-12`, `2021-12-10`; `December 2021`, `10 December 2021`, `December 10, 2021`. A bare year is no date. */
const DATES = [
  /\b(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?:-[0-3]\d)?\b/g,
  new RegExp(String.raw`\b(?:\d{1,2} )?${MONTHS}\.? (?:\d{1,2},? )?(?:19|20)\d\d\b`, 'gi'),
];
/** `2.17.1`, `v3`, `KB5005565`, and `2.17` after a name or “version”: elsewhere that is a number with a decimal. */
const VERSIONS = [
  /(?<![\d.])\d+\.\d+\.\d+(?:\.\d+)?(?![\d.]*\d)/g,
  /\bv\d+(?:\.\d+)*\b/gi,
  /\bKB\d{6,7}\b/gi,
  /\b(?:[A-Z][\w+-]*|[Vv]ersion|[Rr]elease) \d+\.\d+(?![\d.]*\d| ?%)/g,
];
const NETWORK_ADDRESS = /^(?:(?:\d|[1-9]\d|1\d\d|2[0-4]\d|25[0-5])(?:\.|$)){4}$/;
/** A number with what it counts or measures. Small ones are often written out. */
const NUMBER = String.raw`(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|hundred|thousand)`;
const COUNTED =
  'seconds?|minutes?|hours?|days?|weeks?|months?|machines?|servers?|clients?|endpoints?|devices?|systems?|hosts?|laptops?|workstations?|computers?|images?|containers?|clusters?|sites?|users?|people|tickets?|calls?|patches|updates?';
const FIGURES = [
  /\b\d[\d,.]*\+? ?(?:%|per ?cent\b)/gi,
  new RegExp(String.raw`\b${NUMBER} (?:of (?:our|the|its|their) )?(?:[a-z-]+ )?(?:${COUNTED})\b`, 'gi'),
];
const CVE = [/\bCVE-\d{4}-\d{4,}\b/gi];
const LINKS = [/\bhttps?:\/\/[^\s)>\]]+/gi];

/** Count what `content` names, each thing once however often it is named. */
export function specificityOf(content: Content): Specificity {
  const text = prose(content);
  const fields = fieldsOf(content);
  const versions = found(text, VERSIONS).filter((version) => !NETWORK_ADDRESS.test(version));
  return {
    dates: distinct([...fields.dates, ...found(text, DATES)]),
    versions: distinct([...fields.versions, ...versions.map((version) => version.replace(/^.* /, ''))]),
    steps: distinct(fields.steps),
    figures: fields.figures + distinct(found(text, FIGURES)),
    vulnerabilities: distinct([...fields.vulnerabilities, ...found(text, CVE)]),
    sources: distinct([...fields.sources, ...found(text, LINKS)]),
  };
}

type Fields = { [Name in Exclude<keyof Specificity, 'figures'>]: readonly string[] } & { figures: number };
const NONE: Fields = { dates: [], versions: [], steps: [], figures: 0, vulnerabilities: [], sources: [] };

/** What the form asks for by itself. */
function fieldsOf(content: Content): Fields {
  if ('happened' in content) return NONE;
  if ('product' in content)
    return { ...NONE, versions: [content.version], steps: content.instructions.map(({ title }) => title) };
  return {
    dates: content.timeline.map(({ date }) => date),
    versions: [],
    steps: content.lessons.flatMap(({ bearings }) => bearings.map(({ step }) => step)),
    figures: content.measures.length,
    vulnerabilities: content.vulnerabilities,
    sources: content.sources.map(({ title, url }) => url ?? title),
  };
}

const found = (text: string, patterns: readonly RegExp[]): string[] =>
  patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([match]) => match));

const distinct = (names: readonly string[]) => new Set(names.map((name) => name.toLowerCase())).size;
