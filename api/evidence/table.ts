/**
 * CSV without formulas: a cell that a spreadsheet would calculate begins with an apostrophe, which makes it text.
 *
 * No parser, on purpose. Which characters part cells depends on the program and the country of whoever opens the file,
 * so there is no one right reading to protect. A cell may begin at the beginning of a line, behind a comma, semicolon, tab
 * or vertical bar, and behind a quotation mark, whatever stands around it; blanks before it may be trimmed. At each of
 * these places a sign that begins a formula is disarmed. The price is an apostrophe too many in prose like “, -like”.
 *
 * https://owasp.org/www-community/attacks/CSV_Injection
 */

/**
 * Where a cell may begin for any reader, and the sign of a formula there, also in its full width. What parts cells is no
 * blank, or the time taken would grow with the square of a row of commas.
 */
const FORMULA = /(^|[,;|"\t\r\n\f])([\p{Z}\p{Cf}]*)([=+\-@＝＋－＠])/gu;
/** A signed number, or a sign alone, up to the end of its cell. */
const HARMLESS = /^[+-]?(\d{1,40}(\.\d{1,40})?(e[+-]?\d{1,3})?( ?%)?)? *(?=[,;|"\t\r\n\f]|$)/iu;

/** The same table, disarmed. Numbers like -5 stay numbers. */
export const withoutFormulas = (text: string): string =>
  text.replace(FORMULA, (found, before: string, blanks: string, sign: string, at: number) => {
    const cell = at + found.length - sign.length;
    if (isNumber(text, cell)) return found;
    return `${before}${blanks}'${sign}`;
  });

/** Longer than any number that `HARMLESS` takes, with room for what ends it. */
const FAR_ENOUGH = 100;
const isNumber = (text: string, at: number) =>
  /^[+-]/.test(text.charAt(at)) && HARMLESS.test(text.slice(at, at + FAR_ENOUGH));
