/**
 * The part of YAML that published files use. Writing: double-quoted text, one line a value. Reading: plain data only,
 * so that no file can name a type, grow by aliases or say one key twice.
 */
import { Document, isAlias, isNode, Lexer, parseDocument, visit } from 'yaml';
import { readWritten } from './written-yaml.ts';

/** A record at the limits of its schema takes about half of it. */
export const MAX_FILE_LENGTH = 1_000_000;
/**
 * Words and signs in one file; a record at the limits of its schema has about 5,000, an event line 22.
 * The parser takes time quadratic in them: 300,000 question marks kept it busy for six minutes.
 */
const MAX_TOKENS = 20_000;

/** Write a value with its keys in the order given. The result ends with a line feed. */
export function renderYaml(value: unknown): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  const text = document.toString({
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
    doubleQuotedAsJSON: true,
    lineWidth: 0,
  });
  return text.replace(INVISIBLE, escaped);
}

// Older readers take some of these for a line break, editors show none of them. Keys are ASCII, so they stand in quotes only.
const INVISIBLE = /[\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/g;
const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Read plain data from YAML. Throws an `Error` that says what is wrong and where. */
export function readYaml(text: string): unknown {
  if (text.length > MAX_FILE_LENGTH)
    throw new Error(`The file is too long: a record has at most ${MAX_FILE_LENGTH} characters`);
  return readWritten(text) ?? parseAny(text);
}

function parseAny(text: string): unknown {
  refuseTangles(text);
  const document = parseDocument(text, { schema: 'core', version: '1.2', stringKeys: true });
  const fault = document.errors[0] ?? document.warnings[0];
  if (fault) throw new Error(`The file is not YAML that we read: ${fault.message}`);
  refuseMarkers(document);
  return document.toJS();
}

/** Anchors, aliases and tags have no place in a record. */
function refuseMarkers(document: Document.Parsed) {
  visit(document, (_, node) => {
    const isMarked = isNode(node) && (isAlias(node) || ('anchor' in node && node.anchor) || node.tag);
    if (isMarked) throw new Error('The file uses an anchor, an alias or a tag: write the value itself');
  });
}

/** Look at the tokens alone, which takes linear time, before the parser nests them. */
function refuseTangles(text: string) {
  let count = 0;
  for (const token of new Lexer().lex(text)) {
    if (token === '?') throw new Error('The file uses a key that is not one word: write `key: value`');
    if (token.trim() !== '') count += 1;
    if (count > MAX_TOKENS)
      throw new Error(`The file is too intricate: a record has at most ${MAX_TOKENS} words and signs`);
  }
}
