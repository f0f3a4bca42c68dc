/** Vulnerabilities that the editors' files name: their identifiers, and the days that the KEV catalog gives for them. */
import { expect, test } from 'vitest';
import { longDate } from '#site/dates.ts';
import { readCases, readContent } from '#test/support/content.ts';
import { strings } from './strings.ts';

/** Anything that looks like an attempt at an identifier. */
const ATTEMPT = /\bCVE[\s_:‐‑–-]{0,2}\d[\d–‐‑-]*/gi;
/** Vendors and products may hold commas; what is wanted stands before and after them. */
const ROW = /^(CVE-[\d-]+),.*,([\d-]{10}),([\d-]{10}),[a-z]+\r?$/gm;
const kev = new Map(
  [...readContent('vulnerabilities/kev-2025-08-25.csv').matchAll(ROW)].map(([, cve = '', added, due]) => [
    cve,
    { added, due: due ?? '' },
  ]),
);

test('are looked up in the whole catalog: 1,404 entries', () => {
  expect(kev.size).toBe(1_404);
});

test('are named by identifiers as the CVE programme writes them', () => {
  const named = strings.flatMap(({ file, text }) => (text.match(ATTEMPT) ?? []).map((id) => ({ file, id })));
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter(({ id }) => !/^CVE-(1999|20\d\d)-\d{4,}$/.test(id))).toEqual([]);
});

const listings = readCases().flatMap(({ slug, record }) =>
  record.timeline
    .filter(({ milestone }) => milestone === 'kev_listed')
    .map(({ date, note = '' }) => ({ slug, date, note, all: record.vulnerabilities })),
);

test.each(listings)('$slug gives the days of the KEV catalog: $date', ({ date, note, all }) => {
  const named = note.match(ATTEMPT) ?? all;
  const rows = named.flatMap((cve) => kev.get(cve) ?? []);
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter(({ added }) => added !== date)).toEqual([]);

  const days = note.match(/\d{1,2} [A-Z][a-z]+ \d{4}/g) ?? [];
  const due = new Set(rows.map(({ due }) => longDate(due)));
  expect(days.filter((day) => !due.has(day))).toEqual([]);
});

test('that a note on KEV names are those of its case', () => {
  const strays = listings.filter(({ note, all }) =>
    (note.match(ATTEMPT) ?? []).some((cve) => !all.includes(cve)),
  );
  expect(strays).toEqual([]);
});
