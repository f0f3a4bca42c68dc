/** What the editors' files name is there: steps, controls, vulnerabilities and sources. Internal links are checked on the built pages. */
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { crosswalk } from '#schemas/control-map.ts';
import { longDate } from '#site/dates.ts';
import {
  frontMatter,
  listContent,
  readCases,
  readCatalogs,
  readContent,
  readControlNotes,
  readProcesses,
} from '#test/support/content.ts';

const FOLDERS = [
  '',
  'processes',
  'architectures',
  'questions',
  'guide',
  'lab-tests',
  'timelines',
  'controls',
  'case-studies',
];
const FILES = FOLDERS.flatMap((folder) =>
  ['.mdx', '.yaml'].flatMap((ending) => listContent(folder, ending).map((name) => path.join(folder, name))),
);

type Named = { file: string; key: string; text: string };

/** Every string of a file with the nearest key above it. */
function stringsOf(file: string): Named[] {
  const within = (value: unknown, key: string): Named[] => {
    if (typeof value === 'string') return [{ file, key, text: value }];
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([name, part]) => within(part, Array.isArray(value) ? key : name));
  };
  return within(file.endsWith('.mdx') ? frontMatter(file) : parse(readContent(file)), '');
}

const strings = FILES.flatMap(stringsOf);
const ofKey = (...keys: string[]) => strings.filter(({ key }) => keys.includes(key));

test('there is something to look at in every kind of file', () => {
  expect(new Set(FILES.map((file) => path.dirname(file))).size).toBe(FOLDERS.length);
  expect(strings.length).toBeGreaterThan(2_000);
});

test('every step that a file names is a step of a process', () => {
  const steps = new Set(
    readProcesses().flatMap(({ id, data }) => data.steps.map((step) => `${id}/${step.id}`)),
  );
  const named = ofKey('step', 'steps', 'serves').filter(({ text }) => text.includes('/'));
  expect(named.length).toBeGreaterThan(100);
  expect(named.filter(({ text }) => !steps.has(text))).toEqual([]);
});

describe('controls', () => {
  const { csf, sp80053 } = readCatalogs();
  const known = new Set([...csf.map(({ id }) => id), ...sp80053.map(({ label }) => label)]);

  test('that steps or publications name are in content/controls', () => {
    const named = ofKey('controls', 'sp80053');
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter(({ text }) => !known.has(text))).toEqual([]);
  });

  test('have each identifier once', () => {
    expect(known.size).toBe(csf.length + sp80053.length);
  });

  test('of the crosswalk are in CSF 2.0, and those of SP 800-40r4 are in the crosswalk', () => {
    const { rows } = crosswalk.parse(JSON.parse(readContent('controls/csf-1.1-to-2.0.json')));
    expect(rows.filter(({ csf20 }) => !known.has(csf20))).toEqual([]);
    const joined = new Set(rows.map(({ csf11 }) => csf11));
    const asked = readControlNotes().named.find(({ id }) => id === 'sp-800-40r4');
    expect(asked?.csf11.filter((id) => !joined.has(id))).toEqual([]);
  });
});

describe('vulnerabilities', () => {
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
    const named = strings.flatMap(({ file, text }) =>
      (text.match(ATTEMPT) ?? []).map((id) => ({ file, id })),
    );
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
});

describe('sources', () => {
  test('have addresses that are encrypted and on the public web', () => {
    const addresses = ofKey('url');
    expect(addresses.length).toBeGreaterThan(50);
    const bad = addresses.filter(({ text }) => {
      const { protocol, hostname, username } = new URL(text);
      return protocol !== 'https:' || username !== '' || !/\.[a-z]{2,}$/.test(hostname);
    });
    expect(bad).toEqual([]);
  });

  test('in running text are encrypted too', () => {
    const prose = FILES.filter((file) => /http:\/\//.test(readContent(file)));
    expect(prose).toEqual([]);
  });

  test.each(readCases())('of $slug say who published them', ({ record }) => {
    expect(record.sources.filter(({ publisher, title }) => publisher === '' || title === '')).toEqual([]);
    expect(record.sources.length).toBeGreaterThan(0);
  });
});
