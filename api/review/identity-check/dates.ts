/** Days of the calendar, in the ways in which people of several countries write them. A month is coarse enough. */
import { folded } from './folding.ts';
import { after, before, type Detector, fitted, type Match, matchesOf } from './matches.ts';
import { tellsPublicEvent } from './public-events.ts';

const ENGLISH = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
/** By month, as `folded` leaves them: English and its abbreviations, German, French, Spanish, Italian, Dutch, Portuguese. */
const MONTHS = [
  'january jan januar jaenner janvier enero gennaio januari janeiro',
  'february feb februar fevrier febrero febbraio februari fevereiro',
  'march mar marz maerz mars marzo maart marco',
  'april apr avril abril aprile',
  'may mai mayo maggio mei maio',
  'june jun juni juin junio giugno junho',
  'july jul juli juillet julio luglio julho',
  'august aug aout agosto augustus',
  'september sept sep septembre septiembre settembre setembro',
  'october oct okt oktober octobre octubre ottobre outubro',
  'november nov novembre noviembre novembro',
  'december dec dez dezember decembre diciembre dicembre dezembro',
].map((names) => names.split(' '));
const MONTH_OF = new Map(MONTHS.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));
const MONTH = String.raw`(?<month>${[...MONTH_OF.keys()].toSorted((a, b) => b.length - a.length).join('|')})(?![a-z])\.?`;
const WEEKDAY = `(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? (?:the )?)?`;
const YEAR = String.raw`(?<year>(?:19|20)\d\d|['’]\d\d)`;
const DAYS = String.raw`(?:\d{1,2}(?:st|nd|rd|th|\.)?(?: ?[–/-] ?| to | and | or ))?(?<day>\d{1,2})`;

const DAY_FIRST = new RegExp(
  String.raw`(?<![\w.,:/$€£-])${WEEKDAY}(?:the )?${DAYS}(?:st|nd|rd|th|er|\.|º)?(?: of| de| di)?[ /-]${MONTH}(?:(?:,? | de |[/-])(?:${YEAR}|(?<=[/-])(?<short>\d\d)(?!\d)))?(?![\w])`,
  'g',
);
const MONTH_FIRST = new RegExp(
  String.raw`(?<![\w-])${WEEKDAY}${MONTH} (?:the )?${DAYS}(?<ordinal>st|nd|rd|th)?(?:,? ${YEAR})?(?![\w%]|[.,:]\d)`,
  'g',
);
const YEAR_FIRST =
  /(?<![\w./-])(?<year>(?:19|20)\d\d)(?<mark>[-/.])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})(?:[t ]\d\d:\d\d(?::\d\d)?(?:\.\d{1,6})?(?:z|[+-]\d\d:?\d\d)?)?(?![\w/-]|\.\d)/g;
const COMPACT = /(?<![\w.-])(?<year>20[0-3]\d)(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\d|3[01])(?![\w.-])/g;
const NUMBERS =
  /(?<![\w./,$€£-])(?<a>\d{1,2})(?<mark>\. |[./-])(?<b>\d{1,2})\k<mark>(?<year>(?:19|20)\d\d|\d\d)(?![\w/-]|[.,]\d)/g;

/** Days, but those of public events. */
export const exactDates: Detector = (text) => {
  const plain = folded(text);
  return [
    ...matchesOf(plain, DAY_FIRST, (match) => named(text, match)),
    ...matchesOf(plain, MONTH_FIRST, (match) => (isDay(text, match) ? named(text, match) : undefined)),
    ...matchesOf(plain, YEAR_FIRST, (match) => numbered(text, match)),
    ...matchesOf(plain, COMPACT, (match) => numbered(text, match)),
    ...matchesOf(plain, NUMBERS, (match) => numbered(text, match)),
  ].filter(({ start, end }) => !tellsPublicEvent(text, start, end));
};

function named(text: string, match: RegExpExecArray): Match | undefined {
  const { month = '', day = '', year, short } = match.groups ?? {};
  const number = MONTH_OF.get(month);
  if (number === undefined || !isDayOfMonth(Number(day)) || !isWrittenAsMonth(text, match, month))
    return undefined;
  return generalised(text, match, coarse(number, year ?? short));
}

/** “may 3” and “march 4” are verbs and counts; the names of months are written with a capital in English. */
function isWrittenAsMonth(text: string, match: RegExpExecArray, month: string): boolean {
  const at = match.index + match[0].indexOf(month);
  return !/^(?:may|march|mar|sep|dec|jun|jul)$/.test(month) || /\p{Lu}/u.test(text.charAt(at));
}

/** “March 12” without a year is a day unless things are counted: “In March 12 servers failed”. */
function isDay(text: string, match: RegExpExecArray): boolean {
  const { year, ordinal } = match.groups ?? {};
  if (year !== undefined || ordinal !== undefined) return true;
  const rest = after(text, match.index + match[0].length);
  return (
    !/^ [a-z]/.test(rest) ||
    /^ (?:we|our|the|and|at|to|when|after|before|with|in|for|a|an|it|but|they|this|all|as|from|until|because|by|on|is|was|were|had|or|only|every|no|some|morning|evening|night|afternoon)\b/.test(
      rest,
    )
  );
}

/** A version may have dots and begin or end with what looks like a year: with dots, days have two digits or four for the year. */
function numbered(text: string, match: RegExpExecArray): Match | undefined {
  const { a = '', b = '', day = '', month = '', mark, year = '' } = match.groups ?? {};
  const isDotted = mark?.startsWith('.') === true;
  if (a === '') {
    const isShort = isDotted && (month.length < 2 || day.length < 2);
    return isShort ? undefined : ofDay(text, match, Number(day), coarse(Number(month), year), Number(month));
  }
  if (year.length === 2 && (mark === '-' || (isDotted && (a.length < 2 || b.length < 2)))) return undefined;
  const [first, second] = [Number(a), Number(b)];
  if (mark === '/' && isMonth(first) && isMonth(second))
    return generalised(text, match, either(first, second, year));
  return (
    ofDay(text, match, first, coarse(second, year), second) ??
    (isDotted ? undefined : ofDay(text, match, second, coarse(first, year), first))
  );
}

const ofDay = (text: string, match: RegExpExecArray, day: number, proposal: string, month: number) =>
  isMonth(month) && isDayOfMonth(day) ? generalised(text, match, proposal) : undefined;

const isMonth = (number: number) => number >= 1 && number <= 12;
const isDayOfMonth = (number: number) => number >= 1 && number <= 31;
const fullYear = (year: string) => (year.length === 4 ? year : `20${year.slice(-2)}`);
const coarse = (month: number, year: string | undefined) =>
  [ENGLISH[month - 1], year && fullYear(year)].filter(Boolean).join(' ');
/** 03/04/2024 is March to some and April to others: the year is true for all. */
const either = (one: number, other: number, year: string) =>
  one === other ? coarse(one, year) : fullYear(year);

/** “on 14 March” becomes “in March”; after other prepositions the month alone reads well. */
function generalised(text: string, match: RegExpExecArray, proposal: string): Match {
  const abbreviates = /^,? [a-z\d]/.test(after(text, match.index + match[0].length));
  const end = match.index + match[0].length - (match[0].endsWith('.') && !abbreviates ? 1 : 0);
  const lead = /\b(on|at)\s(?:the\s)?$/i.exec(before(text, match.index))?.[0].length ?? 0;
  const start = match.index - lead;
  return {
    kind: 'exact_date',
    start,
    end,
    proposal: lead > 0 ? fitted(text, start, `in ${proposal}`) : proposal,
  };
}
