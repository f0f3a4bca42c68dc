/** What the desk calls a submission. Pure. */
import { type Content, isOffering, isShort } from '#schemas/submission.ts';

const LONGEST = 80;

/** The title of a lesson, the first words of a short one, the product and version of an offering. */
export function titleOf(content: Content): string {
  if (isOffering(content)) return `${content.product} ${content.version}`;
  return isShort(content) ? firstWords(content.happened) : content.title;
}

/** As many whole words as fit on a line. A single word that is longer is cut. */
function firstWords(text: string): string {
  const words = text.split(/\s+/).join(' ');
  if (words.length <= LONGEST) return words;
  const cut = words.slice(0, LONGEST);
  const end = cut.lastIndexOf(' ');
  return `${end > 0 ? cut.slice(0, end) : cut} …`;
}
