/** E-mail addresses and telephone numbers, also where they are written so that machines pass them over. */
import { after, before, type Detector, type Match, matchesOf } from './matches.ts';

const LOCAL = String.raw`[\p{L}\p{N}_][\p{L}\p{N}._%+'’-]{0,63}`;
const LABELS = String.raw`(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}[\p{L}\p{N}-]{1,23}`;
const AT = String.raw`\s?[([{<]\s?(?:at|@)\s?[)\]}>]\s?`;
const DOT = String.raw`(?:\.|\s?[([{<]\s?(?:dot|\.)\s?[)\]}>]\s?| dot )`;
const SPELLED_LABELS = String.raw`[\p{L}\p{N}-]{1,63}(?:${DOT}[\p{L}\p{N}-]{2,63}){1,6}`;
const NO_LETTER = String.raw`(?<![\p{L}\p{N}._%+-]|[\p{L}\p{N}]['’])`;

const EMAIL = new RegExp(
  [
    `<?${NO_LETTER}(?:mailto:)?${LOCAL}@${LABELS}>?`,
    `${NO_LETTER}${LOCAL}${AT}${SPELLED_LABELS}`,
    // Bare “at” is a word: a dot or underscore before it tells a name from “look at example.org”.
    String.raw`${NO_LETTER}[\p{L}\p{N}-]{1,40}[._][\p{L}\p{N}._-]{1,40}(?: at | ?@ ?)${LABELS}`,
    String.raw`${NO_LETTER}${LOCAL} at [\p{L}\p{N}-]{1,63}(?: dot [\p{L}\p{N}-]{2,63}){1,6}`,
  ].join('|'),
  'giu',
);

export const emails: Detector = (text) =>
  matchesOf(text, EMAIL, ({ 0: found, index }) => ({
    kind: 'email',
    start: index,
    end: index + found.length,
    proposal: '[e-mail address removed]',
  }));

/** Digits and what people put between them; judged by `isTelephone`. */
const DIGITS =
  /(?<![\w.,\uE000-]|\d[ /])[+(]{0,2}\d(?:[\d \u00A0\u202F().\-–/]{1,24}\d)(?:\s?(?:ext\.?|x)\s?\d{2,6})?(?![\w\uE000]|[.,:-]\d)/g;
const ASKED =
  /\b(?:tel|phones?|telephone|telefon|calls?|called|calling|dial|dialled|ring|rang|fax|mobile|cell|hotline|helpline|line|pager|whatsapp|sms|text)\b[^.!?\n]{0,40}$/i;
const EXTENSION =
  /\b(?:ext(?:ension)?\.?|extn\.?|durchwahl)\s?(?:no\.?\s?|number\s?)?#?(?<code>\d{3,6})\b/dgi;

export const telephones: Detector = (text) => [
  ...matchesOf(text, DIGITS, ({ 0: found, index }) => {
    const opening = UNCLOSED.test(found) ? 1 : 0;
    const number = found.slice(opening);
    const end = index + found.length;
    if (/^\s?(?:%|percent)/.test(after(text, end)) || !isTelephone(number, before(text, index)))
      return undefined;
    return removed(index + opening, end);
  }),
  ...matchesOf(text, EXTENSION, ({ 0: found, index }) => removed(index, index + found.length)),
];

/** A bracket around the whole is not part of the number; one around its area code is. */
const UNCLOSED = /^\((?![^(]*\))/;

const removed = (start: number, end: number): Match => ({
  kind: 'telephone',
  start,
  end,
  proposal: '[telephone number removed]',
});

const NORTH_AMERICAN = /^(?:1[ .-])?(?:\(\d{3}\) ?\d{3}[ .-]|\d{3}[.-]\d{3}[.-])\d{4}/;
const AREA_IN_BRACKETS = /^(?:0\d{0,3} ?)?\(0?\d{1,5}\)[ -]?\d[\d -]{4,}/;
const TRUNK_ZERO = /^0[1-9]\d{0,4}[ /-]{1,3}\d{2,}/;
const INTERNATIONAL = /^(?:\(?\+|00 ?)[1-9]/;
const CALENDAR = /^(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d\d)|\d{4}[./-]\d\d[./-]\d\d)$/;

function isTelephone(found: string, lead: string): boolean {
  const digits = found.replace(/\D/g, '').length;
  if (digits > 17 || CALENDAR.test(found)) return false;
  if (INTERNATIONAL.test(found)) return digits >= 8;
  if (NORTH_AMERICAN.test(found)) return true;
  if (AREA_IN_BRACKETS.test(found)) return digits >= 7;
  if (TRUNK_ZERO.test(found)) return digits >= 9 && !/\d\.\d/.test(found);
  return digits >= 7 && !/\d[.,]\d{1,2}$/.test(found) && ASKED.test(lead);
}
