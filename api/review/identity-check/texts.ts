/**
 * The texts of a lesson that somebody else will read, each with the name of its field. What is withheld is never looked at,
 * and neither is what the form does not ask of the chosen attribution or what a rule generalises by itself.
 */
import type { LessonDraft } from '#schemas/draft.ts';
import type { IdentityFinding, IdentityKind } from '#schemas/identity-finding.ts';
import type { LessonContent, ShortLesson } from '#schemas/submission.ts';

/** A lesson as it was checked, or as it is being typed. */
export type Checkable = LessonContent | ShortLesson | LessonDraft;
export type ReleaseLevel = IdentityFinding['release'];

export type FieldText = {
  /** As forms name it: `content.lessons[0].lesson`. */
  path: string;
  text: string;
  release: ReleaseLevel;
  /** Kinds that are public knowledge in this field. */
  apart?: readonly IdentityKind[];
  /** An address or a date stands for itself: it is replaced as a whole, or left empty. */
  shape?: 'address' | 'day' | 'quantity';
  /** What the quantity counts, from the field beside it. */
  unit?: string;
};

type Field = Omit<FieldText, 'path' | 'release'> & { name: string };

/** Milestones that the world sees. The days of the others are the organization's own. */
const PUBLIC_MILESTONES = ['disclosed', 'patch_released', 'exploit_public', 'kev_listed'];
const OF_PUBLIC_RECORD = ['exact_date', 'money', 'head_count'] as const satisfies readonly IdentityKind[];

/** List the texts of `content` in the order of the record. Reads what is there; nothing has to be complete or valid. */
export function textsOf(content: Checkable): FieldText[] {
  const lesson: Fields = fieldsOf(content);
  const levels = fieldsOf(lesson['release']);
  const listed = (name: string, read: (row: unknown, level: ReleaseLevel) => Field[]): FieldText[] => {
    const release = levelOf(levels[name]);
    if (release === undefined) return [];
    return rowsOf(lesson[name]).flatMap((row, index) =>
      read(row, release).map(({ name: key, ...field }) => ({
        ...field,
        release,
        path: `content.${name}[${index}]${key === '' ? '' : `.${key}`}`,
      })),
    );
  };
  const single = (...names: string[]): FieldText[] =>
    names.flatMap((name) => {
      const release = levelOf(levels[name]);
      return release === undefined ? [] : [{ path: `content.${name}`, text: textOf(lesson[name]), release }];
    });

  return [
    ...single('title', 'summary', 'happened', 'differently'),
    ...organizationTexts(fieldsOf(lesson['organization'])),
    ...single('situation', 'actions', 'result'),
    ...listed('timeline', milestoneTexts),
    ...listed('lessons', (row) => plain(row, 'lesson', 'recommendation')),
    ...listed('technologies', itself),
    ...listed('postPatchActions', itself),
    ...listed('measures', measureTexts),
    ...listed('sources', sourceTexts),
  ].filter(({ text }) => text !== '');
}

/** The name of the organization, if it is to be named in public. */
export function shownName(content: Checkable): string | undefined {
  const { attribution, name } = fieldsOf(fieldsOf(content)['organization']);
  return attribution === 'named' ? textOf(name) : undefined;
}

type Fields = Readonly<Record<string, unknown>>;
const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? { ...value } : {};
const rowsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
/** What is no text is empty. */
export const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/** Public unless something else was chosen; nothing for what is withheld. */
function levelOf(chosen: unknown): ReleaseLevel | undefined {
  if (chosen === 'withheld') return undefined;
  return chosen === 'generalised' || chosen === 'reviewers_only' ? chosen : 'public';
}

const itself = (row: unknown): Field[] => [{ name: '', text: textOf(row) }];
const plain = (row: unknown, ...names: string[]): Field[] =>
  names.map((name) => ({ name, text: textOf(fieldsOf(row)[name]) }));

function organizationTexts(organization: Fields): FieldText[] {
  const asked = ASKED_OF[textOf(organization['attribution'])] ?? [];
  return asked.map((name) => ({
    path: `content.organization.${name}`,
    text: textOf(organization[name]),
    release: 'public',
  }));
}

const ASKED_OF: Readonly<Record<string, readonly string[]>> = {
  named: ['name', 'region'],
  described: ['description', 'region'],
};

function milestoneTexts(row: unknown, release: ReleaseLevel): Field[] {
  const { milestone, date, note } = fieldsOf(row);
  if (PUBLIC_MILESTONES.includes(textOf(milestone)))
    return [{ name: 'note', text: textOf(note), apart: ['exact_date'] }];
  // Generalised, it is a year without a note: the note is still read by reviewers.
  const day: Field[] = release === 'generalised' ? [] : [{ name: 'date', text: textOf(date), shape: 'day' }];
  return [...day, { name: 'note', text: textOf(note) }];
}

/** A figure whose standing is stated was read in a public source; one without is the submitter's own. */
function measureTexts(row: unknown, release: ReleaseLevel): Field[] {
  const { value, unit, asOf, standing } = fieldsOf(row);
  const isOwn = textOf(standing) === '';
  if (!isOwn)
    return plain(row, 'label', 'value', 'unit', 'source').map((field) => ({
      ...field,
      apart: OF_PUBLIC_RECORD,
    }));
  const figures: Field[] = [
    { name: 'value', text: textOf(value), shape: 'quantity', unit: textOf(unit) },
    { name: 'asOf', text: textOf(asOf), shape: 'day' },
  ];
  return [...plain(row, 'label', 'unit', 'source'), ...(release === 'generalised' ? [] : figures)];
}

function sourceTexts(row: unknown): Field[] {
  const { url, archived } = fieldsOf(row);
  return [
    ...plain(row, 'title', 'publisher').map((field) => ({ ...field, apart: OF_PUBLIC_RECORD })),
    { name: 'url', text: textOf(url), shape: 'address' },
    { name: 'archived.url', text: textOf(fieldsOf(archived)['url']), shape: 'address' },
  ];
}
