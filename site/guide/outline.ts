/** The numbers of the guide's sections: 1, 1.1, and letters for appendices. Pure. */
import type { Section } from '#schemas/guide.ts';

export type NumberedSection = Omit<Section, 'sections'> & {
  /** Like “2.1” or “A”. */
  number: string;
  /** The number and the title, as headings and links print it. */
  heading: string;
  sections: NumberedSection[];
};

/** Number an outline. Appendices are lettered in their own order, wherever they stand. */
export function numberSections(sections: readonly Section[], above = ''): NumberedSection[] {
  let [chapters, appendices] = [0, 0];
  return sections.map((section) => {
    if (section.appendix) appendices += 1;
    else chapters += 1;
    const own = section.appendix ? String.fromCharCode(64 + appendices) : String(chapters);
    const number = above ? `${above}.${own}` : own;
    return {
      ...section,
      number,
      heading: section.appendix ? `Appendix ${number}. ${section.title}` : `${number}. ${section.title}`,
      sections: numberSections(section.sections ?? [], number),
    };
  });
}

/** The heading of an item that a section includes, numbered as if it were a section below it. `index` counts from 0. */
export const itemHeading = (number: string, index: number, title: string) =>
  `${number}.${index + 1}. ${title}`;
