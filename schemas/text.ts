/**
 * The kinds of text that a form takes. Each is parsed once, strictly, and every message tells the reader what to do.
 * Words from outside are data: what could be taken for markup or code is refused here and never executed anywhere.
 */
import { z } from 'zod';

/** Control characters other than tab and line feed, and the marks that turn the direction of text around. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const HIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u200B\u202A-\u202E\u2066-\u2069\uFEFF]/;
const LINE_BREAK = /[\r\n\t]/;
const CODE_SPAN = /(`+)[\s\S]*?\1/g;
const HTML_TAG = /<\/?[a-z!?][^>]*>?/i;
const EXPRESSION = /[{}]/;
const UNSAFE_LINK = /(?:\]\(\s*<?|\]:\s*<?|<)\s*(?!https?:|mailto:)[a-z][a-z0-9+.-]*:/i;

/** Half a surrogate pair is no character; neither JSON nor a hash can hold it. */
const noHiddenCharacters = (text: string) => !HIDDEN.test(text) && text.isWellFormed();
const withoutCode = (text: string) => text.replace(CODE_SPAN, '');

// Text is normalised before it is judged: some characters become longer by it, and one becomes a backtick.

/** A required line of text. `ask` is the whole message, so a missing and an empty field read the same. */
export const line = (ask: string, max = 120) =>
  z
    .string({ error: ask })
    .normalize('NFC')
    .trim()
    .min(1, ask)
    .max(max, `Use ${max} characters or fewer`)
    .refine(noHiddenCharacters, 'Remove the hidden control characters: retype the text here')
    .refine((text) => !LINE_BREAK.test(text), 'Use a single line')
    .refine((text) => !HTML_TAG.test(text), 'Use plain text: remove the HTML tags');

/** Required paragraphs in Markdown: no HTML, no expressions outside backticks, links to http, https or mailto only. */
export const paragraphs = (ask: string, max = 8_000) =>
  z
    .string({ error: ask })
    .transform((text) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim())
    .pipe(
      z
        .string()
        .min(1, ask)
        .max(max, `Use ${max.toLocaleString('en')} characters or fewer`)
        .refine(noHiddenCharacters, 'Remove the hidden control characters: retype the text here')
        .refine(
          (text) => !UNSAFE_LINK.test(withoutCode(text)),
          'Links must begin with https://, http:// or mailto:',
        )
        .refine(
          (text) => !HTML_TAG.test(withoutCode(text)),
          'HTML is not printed here: put code between backticks, like `<tag>`',
        )
        .refine((text) => !EXPRESSION.test(withoutCode(text)), 'Put code between backticks, like `{value}`'),
    );

/** An address on the web: http or https only. */
export const webAddress = (ask: string) =>
  line(ask, 2_000).refine(
    (text) => /^https?:\/\/[^\s/?#]+\S*$/i.test(text),
    'Enter a web address that begins with https://',
  );

/** A year, month or day: 2021, 2021-12 or 2021-12-10. */
export const partialDate = (ask = 'Enter a date, like 2021-12-10, 2021-12 or 2021') =>
  z
    .string({ error: ask })
    .trim()
    .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, { error: ask, abort: true })
    .refine((text) => text.length < 10 || isCalendarDay(text), 'Enter a day that exists in the calendar');

const isCalendarDay = (text: string) => {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(text);
};

/** A coarse time: a year, quarter or month: 2021, 2021-Q4 or 2021-12. */
export const coarseTime = (ask = 'Enter a year, quarter or month, like 2021, 2021-Q4 or 2021-12') =>
  z
    .string({ error: ask })
    .trim()
    .regex(/^\d{4}(-(Q[1-4]|0[1-9]|1[0-2]))?$/, ask);

/** A copy of a page in a public archive, for when the page is gone or says something else. */
export const archivedCopy = z
  .strictObject({ url: webAddress('Enter the archived address'), date: partialDate() })
  .meta({ description: 'A copy in a public archive, and its date' });

/** A CVE identifier, as the CVE programme writes it. */
export const cveId = z
  .string({ error: 'Enter a CVE identifier, like CVE-2021-44228' })
  .trim()
  .toUpperCase()
  .regex(/^CVE-\d{4}-\d{4,}$/, 'Enter a CVE identifier, like CVE-2021-44228');

/** `process/step`, the address of one step of a reference process, such as `emergency-patching/canary`. */
export const stepId = z
  .string({ error: 'Choose a step' })
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/, 'Choose a step of a process');

/** The last part of a published address: lower-case words joined by hyphens. */
export const slug = z
  .string({ error: 'Enter an address, like patching-in-two-rings' })
  .trim()
  .max(80, 'Use 80 characters or fewer')
  .regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    'Use lower-case words joined by hyphens, like patching-in-two-rings',
  );
