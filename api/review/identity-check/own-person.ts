/** The name given as contact: whole, surname first, by initials, either part alone, and as it stands in the e-mail address. */
import type { Detector } from './matches.ts';
import {
  always,
  type Counts,
  capitalised,
  joined,
  named,
  notAbbreviated,
  plain,
  type Spelling,
  spelled,
} from './spelling.ts';
import { EVERYDAY_NAMES, PARTICLES, ROLE_WORDS, TITLES } from './words.ts';

const MOST_WORDS = 8;
const TITLE = String.raw`(?:(?:dr|prof|mr|mrs|ms|mme|herr|frau|ir|ing)\.? ){1,2}`;

/** Look for a person. Either may be empty; a name like “Patch team” names nobody. */
export function ownPerson(name: string, email: string): Detector[] {
  const spellings = [...spellingsOf(name), ...localPart(email)];
  return spellings.length > 0 ? [named('contact_name', spellings, 'a colleague')] : [];
}

function spellingsOf(name: string): Spelling[] {
  const words = name
    .split(/[\s,]+/)
    .filter((word) => /\p{L}/u.test(word) && !TITLES.has(plain(word)))
    .slice(0, MOST_WORDS);
  if (words.length === 0 || name.split(/[^\p{L}]+/u).some((word) => ROLE_WORDS.has(plain(word)))) return [];
  const [given, surname] = partsOf(words);
  const counted = (patterns: readonly string[], counts: Counts) =>
    patterns.map((pattern) => ({ pattern, counts }));
  return [
    ...counted([TITLE + joined(surname), ...pairs(words).map(joined)], capitalised),
    ...counted(given.length > 0 ? withGivenName(given, surname) : [], capitalised),
    ...counted(surname.length > 1 ? [joined(surname)] : [], always),
    ...counted(words.filter(standsAlone).map(spelled), notAbbreviated),
  ];
}

/** Given names and surname. The surname begins with its first small word (“van der Berg”) or is the last word. */
function partsOf(words: readonly string[]): [given: string[], surname: string[]] {
  const particle = words.findIndex((word, index) => index > 0 && PARTICLES.has(plain(word)));
  const begins = particle > 0 && particle < words.length - 1 ? particle : words.length - 1;
  return [words.slice(0, begins), words.slice(begins)];
}

const withGivenName = (given: readonly string[], surname: readonly string[]) => [
  `(?:${TITLE})?${joined([...given, ...surname])}`,
  `${joined(surname)}, ?${joined(given)}`,
  String.raw`(?:${plain(given[0] ?? '').charAt(0)}\. ?){1,2}${joined(surname)}`,
];

/** Of three names or more people use two. */
const pairs = (words: readonly string[]) =>
  words.length < 3
    ? []
    : words
        .slice(1)
        .map((word, index) => [words[index] ?? '', word])
        .filter((pair) => !pair.some((word) => PARTICLES.has(plain(word))));

const standsAlone = (word: string) =>
  plain(word).length >= 3 && !PARTICLES.has(plain(word)) && !EVERYDAY_NAMES.has(plain(word));

/** The part of an e-mail address before the at sign is often a user name, perhaps with a domain of accounts before it. */
function localPart(email: string): Spelling[] {
  const local = email
    .slice(0, Math.max(0, email.lastIndexOf('@')))
    .replace(/\+.*$/, '')
    .slice(0, 64);
  const isRole = local.split(/[^\p{L}]+/u).some((part) => ROLE_WORDS.has(part.toLowerCase()));
  if (local.length < 4 || isRole || EVERYDAY_NAMES.has(local.toLowerCase())) return [];
  // Letters alone may be a word or a first name; they count as names do.
  const mayBeWord = /^\p{L}{1,5}$/u.test(local);
  return [
    { pattern: spelled(local), counts: mayBeWord ? notAbbreviated : always },
    { pattern: String.raw`[a-z0-9-]{1,15}\\${spelled(local)}`, counts: always },
  ];
}
