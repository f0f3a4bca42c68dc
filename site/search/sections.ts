/** How the texts of a page become the sections of a search document. */
import { BETWEEN, type DocumentSection } from './documents.ts';

/** A part of a page from pieces of text that are no sentence together. */
export const section = (
  id: string,
  title: string,
  pieces: readonly (string | undefined)[],
): DocumentSection => ({
  id,
  title,
  text: pieces.filter(Boolean).join(BETWEEN),
});

/** Only the parts that hold text. */
export const written = (sections: readonly DocumentSection[]) => sections.filter(({ text }) => text !== '');

/** The words of a Markdown text, without its marks and the addresses of its links. */
export const plain = (body = '') =>
  body
    .replace(/\]\([^)\s]*\)/g, '')
    .replace(/[#*_`[\]]/g, '')
    .trim();

/** The parts of a Markdown text by its headings of level 2, under the fragments that Astro gives them. */
export const sectionsOfBody = (body = ''): DocumentSection[] =>
  `\n${body}`.split(/\n## /).map((part, index) => {
    if (index === 0) return section('', '', [plain(part)]);
    const [title = '', ...lines] = part.split('\n');
    return section(fragmentOf(title), plain(title), [plain(lines.join('\n'))]);
  });

const fragmentOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
