/** Names of machines and internal domains, and paths to shares. */
import { isHostName } from './host-names.ts';
import { before, type Detector, fitted, inAddress, type Match, matchesOf } from './matches.ts';

const SHARE =
  /(?<![\\\w]|\b[a-z]:)(?:\\{2,4}(?:\?\\UNC\\)?[\w.$-]{1,80}(?:\\{1,2}[^\s\\,;:*?"<>|`)]{1,120}){0,20}|(?:smb|cifs|nfs|afp|file):\/{2,5}[\w.$-]{1,80}(?:\/[^\s,;"<>|`)]{0,400})?|(?<![:/])\/\/[\w.-]{1,80}\/[\w.$-]{1,80}(?:\/[^\s,;"<>|`)]{0,400})?)/gi;

export const shares: Detector = (text) =>
  matchesOf(text, SHARE, ({ 0: found, index }) => {
    const end = index + found.replace(/[.:]+$/, '').length;
    return {
      kind: 'unc_path',
      start: index,
      end,
      proposal: afterNoun(text, index, SHARE_NOUN)
        ? '[path removed]'
        : fitted(text, index, 'an internal share'),
    };
  });
const SHARE_NOUN = /\b(?:share|path|folder|directory) $/i;

/** Endings of names that only an internal name server knows. */
const INTERNAL = String.raw`(?:local|lan|internal|intra|intern|intranet|corp|private|priv|localdomain|home\.arpa|dmz)`;
const INTERNAL_NAME = new RegExp(
  String.raw`(?<![\w.@\\-])(?:[a-z0-9_*][a-z0-9_-]{0,62}\.){1,8}${INTERNAL}(?![\w-]|\.[a-z0-9])`,
  'gi',
);
/** Files and placeholders with such an ending. */
const NO_HOST = /^(?:rc|env|conf|config|settings|hosts|jail|local|localhost|example|internal)\.\w+$/i;
const GIVEN_BY_SYSTEM =
  /(?<![\w-])(?:(?:DESKTOP|LAPTOP|WIN|MININT)-[A-Z0-9]{6,12}|ip(?:-\d{1,3}){4})(?![\w-])/gi;
const TOKEN = /(?<![\w.@\\/$%-])[a-z][a-z0-9]{0,30}(?:[-_][a-z0-9]{1,30}){0,6}(?![\w@\\-]|\.\w)/gi;

export const hosts: Detector = (text) => [
  ...matchesOf(text, INTERNAL_NAME, ({ 0: found, index }) =>
    NO_HOST.test(found) ? undefined : host(text, index, found),
  ),
  ...matchesOf(text, GIVEN_BY_SYSTEM, ({ 0: found, index }) => host(text, index, found)),
  ...matchesOf(text, TOKEN, ({ 0: found, index }) =>
    /\d/.test(found) && isHostName(found, before(text, index)) ? host(text, index, found) : undefined,
  ),
];

function host(text: string, start: number, found: string): Match {
  const end = start + found.length;
  const phrase = afterNoun(text, start, HOST_NOUN)
    ? '[name removed]'
    : fitted(text, start, 'an internal host');
  return {
    kind: 'host_name',
    start,
    end,
    proposal: inAddress(text, start, end) ? 'internal.example' : phrase,
  };
}

const HOST_NOUN =
  /\b(?:servers?|host(?:s|name)?|machine|VM|node|controller|workstation|computer|appliance|cluster|switch|firewall|router|database|laptop|printer|domain|named|called),? ["“'`]?$/i;
const afterNoun = (text: string, start: number, noun: RegExp) => noun.test(before(text, start));
