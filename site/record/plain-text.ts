/**
 * Knows the text to which Markdown adds nothing: paragraphs without a mark in them. Most of what people write is such text,
 * and it needs no parser. Pure.
 */

/** Marks inside a line, and signs that the parser replaces. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const MARK = /[*_`[\]<>&\\\t\r\u0000]/;
/** What begins a list, heading, quote, rule or indented code, or underlines a heading. */
const OPENING = /^(?:[ \-+#=~]|\d{1,9}[.)])/;

/** The paragraphs of a text that Markdown would print as they are, or `undefined` where it might not. */
export function plainParagraphs(text: string): string[] | undefined {
  if (text === '' || MARK.test(text)) return undefined;
  const paragraphs = text.split(/\n{2,}/);
  const isPlain = (line: string) => line !== '' && !OPENING.test(line) && !line.endsWith(' ');
  return paragraphs.every((paragraph) => paragraph.split('\n').every(isPlain)) ? paragraphs : undefined;
}
