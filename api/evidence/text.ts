/** Plain text and Markdown: read strictly as UTF-8, refused where it is something else, and otherwise left as it is. */
import { FileRefused } from './refused.ts';

/** Controls other than tab, line feed, form feed and carriage return; among them the escape that drives terminals. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000B\u000E-\u001F\u007F-\u009F]/;

/** How files begin that are text but not for reading: a page, a drawing, a script, a spreadsheet in SYLK. */
const OTHER_KINDS: readonly [begins: RegExp, kind: string][] = [
  [/^\s*<(!doctype|html|head|body|script|svg|\?xml|!--)/i, 'a web page, a drawing or XML'],
  [/^#!/, 'a program'],
  [/^ID;P/, 'a spreadsheet'],
  [/^\s*(%PDF|%!PS|\{\\rtf)/, 'a document in a language of its own'],
];

/** The text of a file. Throws `FileRefused` for anything that is not plain text in UTF-8. */
export function readText(bytes: Uint8Array): string {
  const text = decode(bytes);
  const control = CONTROL.exec(text);
  if (control) {
    const line = text.slice(0, control.index).split('\n').length;
    throw new FileRefused(`Line ${line} holds control characters. Save it as plain text without them.`);
  }
  if (text.trim() === '') throw new FileRefused('The file is empty. Choose another one.');
  const kind = OTHER_KINDS.find(([begins]) => begins.test(text))?.[1];
  if (kind) throw new FileRefused(`This is ${kind}, not plain text. Print it to a PDF, and add that.`);
  return text;
}

function decode(bytes: Uint8Array): string {
  try {
    // The byte order mark stays: by it, spreadsheets know the encoding.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new FileRefused('This is not text in UTF-8. Save it again, choosing “UTF-8”.');
  }
}
