/** What can be found: the shape of a document, and the kinds by which readers narrow a search down. */

/** Kinds in the order in which they are offered, with the words of the filter. */
export const KINDS = {
  lesson: 'Lessons',
  process: 'Processes',
  step: 'Steps',
  question: 'Questions',
  guide: 'Guide',
  architecture: 'Architectures',
  group: 'Maintenance groups',
  procedure: 'Lab procedures',
  offering: 'Offerings',
  call: 'The call',
  term: 'Glossary',
} as const;
export type Kind = keyof typeof KINDS;
export const isKind = (text: string | null): text is Kind => text !== null && Object.hasOwn(KINDS, text);

/** A part of a page. `id` is its fragment and `title` its heading; both are empty for what stands before any heading. */
export type DocumentSection = { id: string; title: string; text: string };

/** One page, or one entry of a page that has an address of its own. `about` says in a few words what it is. */
export type SearchDocument = {
  kind: Kind;
  href: string;
  about: string;
  title: string;
  summary: string;
  sections: DocumentSection[];
};

/** The searched fields and how much a term counts in each. */
export const FIELDS = { title: 6, summary: 2, text: 1 } as const;
export type Field = keyof typeof FIELDS;
export const FIELD_NAMES = Object.keys(FIELDS) as Field[];

/** The text of each field of a document, as it is searched. */
export const fieldsOf = ({ title, summary, sections }: SearchDocument): Record<Field, string> => ({
  title,
  summary,
  text: sections.map(({ text }) => text).join(BETWEEN),
});

/** Between pieces of text that are no sentence together. */
export const BETWEEN = ' · ';
