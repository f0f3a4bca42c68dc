/** What one person may see of the queue as a table: as CSV or as JSON, without personal data unless an editor asks for it. */
import { stringify } from 'csv-stringify/sync';
import type { Person } from '#api/db/people.ts';
import { listQueue } from '#api/db/queue.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { DeskContact } from '#schemas/desk.ts';
import type { QueueFilter } from '#schemas/queue.ts';
import { onlyEditors } from './only-editors.ts';
import { findReadable } from './read-contact.ts';
import { asItem } from './show-queue.ts';

export const EXPORT_FORMATS = ['csv', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const ROWS_AT_ONCE = 500;
/** Contacts of more submissions are taken in parts: each is an event that somebody may have to read. */
const MOST_CONTACTS = 500;

const COLUMNS = [
  'reference',
  'kind',
  'form',
  'title',
  'vendor',
  'outcome',
  'sector',
  'size_band',
  'state',
  'since',
  'expected_by',
  'revision',
  'live',
  'assigned',
] as const;
const CONTACT_COLUMNS = ['contact_name', 'contact_email', 'contact_organization'] as const;
type Cell = string | number | undefined;
type Row = Record<(typeof COLUMNS)[number], Cell> & Partial<Record<(typeof CONTACT_COLUMNS)[number], Cell>>;
type Pages = AsyncIterable<Row[]> | Iterable<Row[]>;
type Needs = Pick<Deps, 'db' | 'now'>;

/** Everything that is filtered, longest waiting first, a page at a time: the table may be long. */
export async function* exportPages({ db, now }: Needs, person: Person, filter: QueueFilter) {
  let after = filter.after;
  do {
    const rows = await listQueue(db, person, { ...filter, after }, now(), ROWS_AT_ONCE);
    const last = rows.length === ROWS_AT_ONCE ? rows.at(-1) : undefined;
    after = last && { since: last.stateSince, id: last.id };
    yield rows.map(asRow);
  } while (after);
}

/** The same with contacts. Reads them through the door of `read-contact.ts`, in one transaction: all of it is on the record, or none is read. */
export async function exportWithContacts(
  { db, now }: Needs,
  person: Person,
  filter: QueueFilter,
): Promise<Row[]> {
  onlyEditors(person, 'read contacts');
  return db.transaction(async (tx) => {
    const rows = await listQueue(tx, person, filter, now(), MOST_CONTACTS + 1);
    if (rows.length > MOST_CONTACTS)
      throw new AppError(
        'conflict',
        `These are more than ${MOST_CONTACTS}. Narrow the filter and take them in parts.`,
      );
    const written: Row[] = [];
    for (const row of rows)
      written.push({ ...asRow(row), ...contactCells(await findReadable(tx, person, row.id, now())) });
    return written;
  });
}

const contactCells = (contact: DeskContact | undefined) => ({
  contact_name: contact?.name,
  contact_email: contact?.email,
  contact_organization: contact?.organization,
});

function asRow(row: Parameters<typeof asItem>[0]): Row {
  const { id: _, sizeBand, expectedBy, ...item } = asItem(row);
  const { reference, kind, form, title, vendor, outcome, sector, state, since, revision, live, assigned } =
    item;
  return {
    ...{ reference, kind, form, title, vendor, outcome, sector, size_band: sizeBand, state, since },
    ...{ expected_by: expectedBy, revision, live, assigned },
  };
}

/** The file in parts. Words from outside must not compute: cells that begin like a formula get an apostrophe. */
export const writeExport = (format: ExportFormat, pages: Pages): AsyncIterable<string> =>
  format === 'csv' ? asCsv(pages) : asJson(pages);

async function* asCsv(pages: Pages) {
  let isFirst = true;
  for await (const rows of pages) {
    const columns = rows[0] && 'contact_email' in rows[0] ? [...COLUMNS, ...CONTACT_COLUMNS] : [...COLUMNS];
    yield stringify(rows, {
      header: isFirst,
      columns,
      bom: isFirst,
      escape_formulas: true,
      record_delimiter: 'windows',
    });
    isFirst = false;
  }
}

async function* asJson(pages: Pages) {
  let before = '[';
  for await (const rows of pages)
    for (const row of rows) {
      yield `${before}\n${JSON.stringify(row)}`;
      before = ',';
    }
  yield before === '[' ? '[]\n' : '\n]\n';
}
