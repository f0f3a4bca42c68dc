/**
 * Reads YAML that is laid out as we write it: mappings and lists indented by two spaces, keys of letters, text in double
 * quotes on one line, whole numbers, empty lists. There every word has one meaning, the one JSON gives it, so nothing has
 * to be decided here. Whatever else a file holds is left to the parser of YAML, which takes fifty times as long. Pure.
 */

type Value = string | number | Value[] | { [key: string]: Value };
/** An item of a list is two lines: its dash, and one level deeper what follows it. */
type Line = { depth: number; text: string };
type Reader = { lines: readonly Line[]; next: number };

/** Longer files are for the parser to refuse, which counts their words and signs. */
const MOST_ROWS = 2_500;
const ROW = /^((?: {2})*)(- )?([a-zA-Z"\d[].*)$/;
const PAIR = /^([a-zA-Z][a-zA-Z\d]{0,99}):(?: (.+))?$/;
/** As keys these are no text to YAML. */
const NO_TEXT = /^(?:true|false|null)$/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON wants them escaped
const TEXT = /^"(?:[^"\\\u0000-\u001F]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"$/;
const NUMBER = /^(?:0|[1-9]\d{0,14})$/;

/** What the file says, or `undefined` where it is laid out in any other way, be it sound or not. */
export function readWritten(text: string): Value | undefined {
  const lines = linesOf(text);
  if (!lines) return undefined;
  const reader = { lines, next: 0 };
  const value = readBlock(reader, 0);
  return reader.next === lines.length ? value : undefined;
}

function linesOf(text: string): Line[] | undefined {
  const rows = text.split('\n');
  if (rows.pop() !== '' || rows.length > MOST_ROWS) return undefined;
  const lines: Line[] = [];
  for (const row of rows) {
    const [, indent, dash, held] = ROW.exec(row) ?? [];
    if (indent === undefined || held === undefined) return undefined;
    const depth = indent.length / 2;
    if (dash) lines.push({ depth, text: '-' }, { depth: depth + 1, text: held });
    else lines.push({ depth, text: held });
  }
  return lines;
}

function readBlock(reader: Reader, depth: number): Value | undefined {
  const line = reader.lines[reader.next];
  if (line?.depth !== depth) return undefined;
  if (line.text === '-') return readList(reader, depth);
  return PAIR.test(line.text) ? readMapping(reader, depth) : undefined;
}

function readList(reader: Reader, depth: number): Value[] | undefined {
  const list: Value[] = [];
  for (let line = reader.lines[reader.next]; line?.depth === depth && line.text === '-'; ) {
    const held = reader.lines[reader.next + 1]?.text ?? '';
    reader.next += 1;
    const isMapping = PAIR.test(held);
    const value = isMapping ? readMapping(reader, depth + 1) : readScalar(held);
    if (value === undefined) return undefined;
    if (!isMapping) reader.next += 1;
    list.push(value);
    line = reader.lines[reader.next];
  }
  return list;
}

function readMapping(reader: Reader, depth: number): Value | undefined {
  const mapping: { [key: string]: Value } = {};
  for (let line = reader.lines[reader.next]; line?.depth === depth; line = reader.lines[reader.next]) {
    const [, key, held] = PAIR.exec(line.text) ?? [];
    if (key === undefined || NO_TEXT.test(key) || Object.hasOwn(mapping, key)) return undefined;
    reader.next += 1;
    const value = held === undefined ? readBlock(reader, depth + 1) : readScalar(held);
    if (value === undefined) return undefined;
    mapping[key] = value;
  }
  return mapping;
}

function readScalar(text: string): Value | undefined {
  if (text === '[]') return [];
  if (TEXT.test(text)) return JSON.parse(text) as string;
  return NUMBER.test(text) ? Number(text) : undefined;
}
