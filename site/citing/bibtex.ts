/** CSL-JSON as BibTeX. What BibTeX takes for a command is escaped by the library. */
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import type { CslItem } from './csl.ts';

// Labels made of author and year would be the same for most of our cases. Slugs are labels that BibTeX takes as they are.
Object.assign(plugins.config.get('@bibtex').format, { useIdAsLabel: true, checkLabel: false });

/** The entry, with year and month: BibTeX has no field for the day, and the library would put it into the month. */
export function bibtexOf(item: CslItem): string {
  const issued = { 'date-parts': item.issued['date-parts'].map((parts) => parts.slice(0, 2)) };
  return `${plugins.output.format('bibtex', [{ ...item, issued }]).trim()}\n`;
}
