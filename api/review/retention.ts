/**
 * How long everything is kept, in one table. `api/actions/retain.ts` carries it out by night, `docs/retention.md` prints it,
 * and the tests take a case from each row. Pure. The periods are Patch Commons' own.
 */

export type RetentionRule = {
  what: string;
  /** The tables, in the words of `api/db/tables.ts`. */
  where: string;
  days: number;
  /** What the days are counted from. */
  from: string;
  fate: string;
  why: string;
};

// biome-ignore format: a table is read by column
export const RETENTION = {
  openings:           { what: 'Access that a secret code was exchanged for', where: 'openings', days: 0, from: 'the end of its hour', fate: 'deleted', why: 'It opens nothing any more.' },
  limits:             { what: 'Counts of the limits', where: 'limits', days: 0, from: 'the end of the count', fate: 'deleted', why: 'They limit nothing any more.' },
  sessions:           { what: 'Sessions of the desk and links to choose a password', where: 'sessions, verifications', days: 0, from: 'their end', fate: 'deleted', why: 'They hold network addresses and open nothing any more.' },
  unsent:             { what: 'Drafts that lapsed', where: 'submissions, drafts, codes', days: 30, from: 'the lapse', fate: 'deleted whole', why: 'Time to notice and go on.' },
  unconfirmed:        { what: 'Submissions whose address was never confirmed', where: 'submissions and all that belongs to them', days: 30, from: 'the lapse or the withdrawal', fate: 'deleted whole', why: 'Nobody at the desk has seen them, and the address may be a stranger’s.' },
  closed_evidence:    { what: 'Files of submissions that were declined, withdrawn or lapsed', where: 'evidence, and the store of files', days: 30, from: 'the decline, the withdrawal or the lapse', fate: 'deleted; an event says so', why: 'Files identify people most easily, and can be sent again.' },
  published_evidence: { what: 'Files of published submissions', where: 'evidence, and the store of files', days: 365, from: 'the publication', fate: 'deleted; an event says so', why: 'A year for corrections and doubts.' },
  closed_contacts:    { what: 'Contacts of submissions that were declined, withdrawn or lapsed', where: 'contacts, recordings', days: 180, from: 'the decline, the withdrawal or the lapse', fate: 'name, addresses, organization and the words of a recorded consent erased; an event says so', why: 'Half a year to reopen or resume with letters. The keys by which conflicts are known stay as long as the text.' },
  retired_contacts:   { what: 'Contacts of submissions whose page was retired', where: 'contacts, recordings', days: 365, from: 'the retirement', fate: 'name, addresses, organization and the words of a recorded consent erased; an event says so', why: 'A year for questions. As long as a page is public we can write about it.' },
  closed_texts:       { what: 'Texts of submissions that were declined, withdrawn or lapsed and never published', where: 'revisions, recordings, change_requests, recommendations, kept_words, remarks, pending_decisions, attestations, lab_runs, declines, letters, codes, contacts', days: 365, from: 'the decline, the withdrawal or the lapse', fate: 'deleted; the reference, the states and the record without its contents stay', why: 'A year to reopen. What stays is counted in the service levels.' },
  record_contents:    { what: 'Contents of the record: what exactly was done', where: 'events, event_keys', days: 365, from: 'the end of the review', fate: 'contents and key erased; the chain still verifies', why: 'A year to answer for decisions.' },
  letter_bodies:      { what: 'Mail text and delivery problems of letters to submitters', where: 'letters', days: 30, from: 'the letter', fate: 'erased; the matter stays on the status page', why: 'A problem may quote an address.' },
  desk_letters:       { what: 'Letters to people of the desk', where: 'letters', days: 30, from: 'the letter', fate: 'deleted', why: 'They say only that something waits.' },
  publishings:        { what: 'Runs of the publisher', where: 'publishings', days: 90, from: 'the run', fate: 'deleted', why: 'Long enough to look into a fault.' },
  lifted_blocks:      { what: 'Blocks that were taken back', where: 'blocks', days: 365, from: 'the day they were taken back', fate: 'deleted', why: 'A year to answer for decisions. A block in force stays.' },
  unconfirmed_comments: { what: 'Comments whose address was never confirmed', where: 'comments, comment_contacts', days: 7, from: 'the comment', fate: 'deleted whole', why: 'Nobody has read them, and the address may be a stranger’s.' },
  comment_contacts:   { what: 'Addresses of those who commented', where: 'comment_contacts', days: 180, from: 'the publication of the comment', fate: 'deleted', why: 'Half a year for questions. The comment stays public.' },
} as const satisfies Record<string, RetentionRule>;
export type RetentionKey = keyof typeof RETENTION;
export const RETENTION_KEYS = Object.keys(RETENTION) as RetentionKey[];

const DAY = 86_400_000;

/** What ended before this is over its time. */
export const keptSince = (key: RetentionKey, now: Date): Date =>
  new Date(now.getTime() - RETENTION[key].days * DAY);

/** For how long, in words: “30 days from the lapse”. */
export const periodText = ({ days, from }: RetentionRule): string =>
  days === 0 ? `until ${from}` : `${days} days from ${from}`;
