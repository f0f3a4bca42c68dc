/** The submitter's organization: its name without the legal form, its beginning, its initials, and its domain. */
import { mailDomain, normaliseOrganization, organizationKey } from '../conflicts.ts';
import { folded } from './folding.ts';
import { before, type Detector, fitted, inAddress, type Match } from './matches.ts';
import {
  always,
  type Counts,
  capitalised,
  inCapitals,
  joined,
  named,
  plain,
  type Spelling,
  spelled,
  withinSentence,
} from './spelling.ts';
import { ACRONYMS, isOrganizationWord, ROLE_WORDS } from './words.ts';

/** So many words of a name are looked at: more do not tell more, and would let a long name make the check slow. */
const MOST_WORDS = 8;

/** Look for an organization and the domain of an address at it. Either may be empty. */
export function ownOrganization(organization: string, email: string): Detector[] {
  const own = ownDomain(email);
  const label = own && isNameOfItsOwn(own.label) ? own.label : undefined;
  const spellings = [
    ...(organizationKey(organization) === '' ? [] : spellingsOf(organization, label)),
    ...(label === undefined ? [] : [spellingOfLabel(label)]),
  ];
  return [
    ...(spellings.length > 0 ? [named('own_organization', spellings, 'our organization')] : []),
    ...(own ? [(text: string) => domainsIn(text, own.domain)] : []),
  ];
}

function spellingsOf(organization: string, label: string | undefined): Spelling[] {
  const all = organization
    .split(/[\s,()/–-]+/)
    .filter((word) => /[\p{L}\p{N}&+]/u.test(word))
    .slice(0, MOST_WORDS);
  const words = withoutLegalForm(all, organization);
  return [
    ...[all, ...beginnings(words)].map((part) => ({ pattern: joined(part), counts: always })),
    ...endings(words).map((part) => ({ pattern: joined(part), counts: capitalised })),
    ...words
      .filter((word) => isTelling(word) && (words.length === 1 || word.length >= 6))
      .map((word) => ({
        pattern: spelled(word),
        counts: plain(word) === label || word === words[0] ? longOrWithin : withinSentence,
      })),
    ...initials([words, all]).map((pattern) => ({ pattern, counts: inCapitals })),
  ].filter(({ pattern }) => pattern.length >= 3);
}

/** A long word at the beginning of a name is a name at the beginning of a sentence, too. */
const longOrWithin: Counts = (text, start, end) =>
  end - start >= 8 ? capitalised(text, start, end) : withinSentence(text, start, end);

function withoutLegalForm(words: readonly string[], organization: string): string[] {
  const core = new Set(normaliseOrganization(organization).split(' '));
  return words.filter((word) =>
    normaliseOrganization(word)
      .split(' ')
      .every((part) => core.has(part)),
  );
}

const beginnings = (words: readonly string[]) =>
  words
    .map((_, index) => words.slice(0, index + 1))
    .filter((part) => part.length > 1 && !isSmallWord(part.at(-1) ?? '') && part.some(isTelling));
const endings = (words: readonly string[]) =>
  [words.slice(1), words.slice(2)].filter(
    (part) => part.length > 1 && !isSmallWord(part[0] ?? '') && part.some(isTelling),
  );

const isSmallWord = (word: string) =>
  /^(?:of|the|and|&|\+|und|et|y|for|de|der|du|des|la|van|von|in)$/.test(plain(word) || word);
const isTelling = (word: string) =>
  plain(word).length >= 4 && !isSmallWord(word) && !isOrganizationWord(plain(word));

/** `lrta` for a Lake Regional Transit Authority. */
const initials = (names: readonly (readonly string[])[]) =>
  names
    .map((words) =>
      words
        .filter((word) => !isSmallWord(word))
        .map((word) => plain(word).charAt(0))
        .join(''),
    )
    .filter((letters) => letters.length >= 3 && !ACRONYMS.has(letters));

/** The name in the domain, like `stadtwerke-nord`: in capitals if it is short, since it may then be a word. */
const spellingOfLabel = (label: string): Spelling => ({
  pattern: joined(label.split('-').slice(0, MOST_WORDS)),
  counts: label.length < 5 ? inCapitals : always,
});

/** Labels below which anybody can have a name, as in `acme.co.uk`. */
const SHARED_LABEL =
  /^(?:com?|ac|gov|gob|gouv|go|org|or|net|ne|edu|sch|k12|nhs|police|mil|mod|asn|state|lg)$/;

/** The domain that an organization holds, of which the domain of an e-mail address may be a part. */
function ownDomain(email: string): { domain: string; label: string } | undefined {
  const labels = mailDomain(email)?.split('.') ?? [];
  const at = labels.slice(0, -1).findLastIndex((label) => label !== '' && !SHARED_LABEL.test(label));
  const label = labels[at];
  return label === undefined ? undefined : { domain: labels.slice(at).join('.'), label };
}

const isNameOfItsOwn = (label: string) =>
  label.length >= 3 && !isOrganizationWord(label) && !ROLE_WORDS.has(label);

const LABELS_BEFORE = /(?:[a-z]{2,10}:\/\/)?(?:(?:[\w-]{1,63}|\*)\.){0,8}$/;
const LONGEST_PREFIX = 160;

function domainsIn(text: string, domain: string): Match[] {
  const lower = folded(text);
  const wanted = folded(domain);
  const found: Match[] = [];
  for (let at = lower.indexOf(wanted); at !== -1; at = lower.indexOf(wanted, at + wanted.length)) {
    const end = at + wanted.length;
    const prefix = LABELS_BEFORE.exec(lower.slice(Math.max(0, at - LONGEST_PREFIX), at))?.[0] ?? '';
    const start = at - prefix.length;
    const goesOn = /^[a-z0-9_-]|^\.[a-z0-9]/.test(lower.slice(end, end + 2));
    if (!goesOn && !/[\w-]$/.test(before(text, start)))
      found.push({ kind: 'own_domain', start, end, proposal: insteadOf(text, start, end) });
  }
  return found;
}

/** An address stays an address: `example.org` is set aside for that. */
function insteadOf(text: string, start: number, end: number): string {
  const scheme = /^[a-z]{2,10}:\/\//i.exec(text.slice(start, end))?.[0];
  if (scheme) return `${scheme}example.org`;
  return inAddress(text, start, end) ? 'example.org' : fitted(text, start, 'our domain');
}
