/** Numbers that look something up: tickets, assets, serial numbers, GUIDs. */
import { before, type Detector, fitted, type Match, matchesOf, placeOf } from './matches.ts';

const GUID =
  /(?<![\w-])(?:urn:uuid:)?\{?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?(?![\w-])|(?<![\w-])S-1-(?:5-21|12-1)(?:-\d{1,10}){3,5}(?![\w-])/gi;

export const guids: Detector = (text) =>
  matchesOf(text, GUID, ({ 0: found, index }) => ({
    kind: 'guid',
    start: index,
    end: index + found.length,
    proposal: '[identifier removed]',
  }));

const SERVICE_DESK =
  /(?<![\w-])(?:(?:INC|CHG|RITM|PRB|S?CTASK|CRQ) \d{5,12}|(?:INC|CHG|RITM|REQ|PRB|S?C?TASK|CTASK|CHTASK|CRQ|PBI|TKT|STRY|SR|CR|WO|HD)[-_#]?\d{2,12}(?:-\d{2,8}){0,2})(?![\w-])/g;
/** Keys of issue trackers, like `OPS-1234`. They are never padded with zeros, unlike names of machines. */
const TRACKER = /(?<![\w.@\\/-])(?!(?:N|CVE|RING|NODE|WIN)-)[A-Z][A-Z]{1,9}-[1-9]\d{1,5}(?![\w-]|\.\d)/g;
const DESK_WORDS = 'tickets?|incidents?|change requests?|change records?|work orders?|service requests?|RFC';
/** Verbs, or nouns of everyday: four digits after them may be a count. */
const LOOSE_WORDS = 'changes?|requests?|cases?|problem|issue|task';
const NUMBER_WORDS = '(?: (?:no\\.?|numbers?|nr\\.?|id|ref\\.?|reference))?';
const TICKET_NAMED = new RegExp(
  String.raw`\b(?:${DESK_WORDS}|(?<loose>${LOOSE_WORDS}))(?<named>${NUMBER_WORDS})(?:[ :(]{1,3}#?|#)(?<code>(?!(?:19|20)\d\d(?![\w-]))(?:[A-Z]{1,6}[-_]?)?\d[\d-]{2,18}\d)(?![\w%]|[.,]\d| (?:machines|servers|devices|people|times|of|percent|hours|days))`,
  'dgi',
);

export const tickets: Detector = (text) => [
  ...matchesOf(text, SERVICE_DESK, (match) => ticket(text, match)),
  ...matchesOf(text, TRACKER, (match) => ticket(text, match)),
  ...matchesOf(text, TICKET_NAMED, (match) => (isCount(match) ? undefined : ticket(text, match))),
];

const isCount = ({ groups = {}, 0: found }: RegExpExecArray) =>
  groups['loose'] !== undefined &&
  groups['named'] === '' &&
  /^\d{1,4}$/.test(groups['code'] ?? '') &&
  !found.includes('#');

const AFTER_DESK_WORD = new RegExp(
  String.raw`\b(?:${DESK_WORDS}|${LOOSE_WORDS})${NUMBER_WORDS}[ :(#]{1,3}$`,
  'i',
);

function ticket(text: string, match: RegExpExecArray): Match {
  const { start, end } = placeOf(match);
  const named = AFTER_DESK_WORD.test(before(text, start)) || text.charAt(start - 1) === '#';
  return {
    kind: 'ticket_number',
    start,
    end,
    proposal: named ? '[number removed]' : fitted(text, start, 'a ticket'),
  };
}

const JOIN = String.raw`(?:[.:#=]|\s|,|\(|“|"|'|\x60| is | was | of ){0,5}`;
const ASSET_NAMED = new RegExp(
  String.raw`\b(?:(?:asset|inventory|equipment|property|inventar|CMDB|configuration item)[ -]?(?:tags?|numbers?|nos?\b|nr\b|ids?\b|labels?|codes?|stickers?|records?|#)|barcodes?|inventarnummer)${JOIN}(?<code>(?:[A-Z]{1,6}[-_/]?)?\d[\dA-Z]{0,12}(?:[-_/][\dA-Z]{1,12}){0,3})(?![\w%]|[.,]\d)`,
  'dgi',
);
const ASSET_CODE =
  /(?<![\w.@\\/-])(?:(?<=\basset )[A-Z]{1,6}|CI(?=0\d{5})|AST|ASSET|INV|ASSETNR|INVNR)[-_ ]?\d{3,10}(?![\w-])/g;

export const assets: Detector = (text) => [
  ...matchesOf(text, ASSET_NAMED, (match) => removed('asset_number', match, 3)),
  ...matchesOf(text, ASSET_CODE, (match) => removed('asset_number', match, 3)),
];

const SERIAL_NAMED = new RegExp(
  String.raw`\b(?:serial(?:s\b|[ -]?(?:numbers?|nos?\b|nr\b|#))?|seriennummer|S/N|service[ -]?tags?|express service code|IMEI|chassis (?:number|id|serial))${JOIN}(?<code>[A-Z0-9][A-Z0-9-]{3,24}(?<=[A-Z0-9]))(?![\w%])`,
  'dgi',
);
const SN = new RegExp(String.raw`\bSN${JOIN}(?<code>[A-Z0-9][A-Z0-9-]{4,24}(?<=[A-Z0-9]))(?![\w%])`, 'dg');

export const serials: Detector = (text) => [
  ...matchesOf(text, SERIAL_NAMED, (match) => removed('serial_number', match, 2)),
  ...matchesOf(text, SN, (match) => removed('serial_number', match, 2)),
];

/** A number that its own noun already names: only the number goes. So few `digits` are no number but a count. */
function removed(kind: Match['kind'], match: RegExpExecArray, digits: number): Match | undefined {
  const { start, end } = placeOf(match);
  const code = match.input.slice(start, end);
  if ((code.match(/\d/g)?.length ?? 0) < digits) return undefined;
  return { kind, start, end, proposal: '[number removed]' };
}
