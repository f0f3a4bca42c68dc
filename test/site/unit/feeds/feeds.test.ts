import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import type { Provenance } from '#schemas/published.ts';
import { atomOf } from '#site/feeds/atom.ts';
import { type FeedEntry, feedEntries } from '#site/feeds/entries.ts';
import { jsonFeedOf } from '#site/feeds/json-feed.ts';
import { readProcesses } from '#test/support/content.ts';
import { offeringOf } from '#test/support/offering.ts';
import { caseOf, SUBMITTED } from '../cases.ts';

const SITE = new URL('https://commons.example/');
const TOLD_IN_OCTOBER = { ...SUBMITTED, publishedOn: '2026-10' } as Provenance;
const HOSTILE = 'Tom & Jerry: 1 < 2 &amp; ]]> "quoted"';

const NOTHING = { cases: [], offerings: [], processes: [] };
const entriesOf = (...cases: ReturnType<typeof caseOf>[]) => feedEntries({ ...NOTHING, cases }, SITE);
const firstOf = (entries: FeedEntry[]) => {
  const [first] = entries;
  if (!first) throw new Error('No entry');
  return first;
};

describe('entries', () => {
  test('keep their ids from build to build and from one address of the site to another', () => {
    const here = firstOf(entriesOf(caseOf('a')));
    const there = firstOf(
      feedEntries({ ...NOTHING, cases: [caseOf('a')] }, new URL('https://elsewhere.example/')),
    );
    expect(here.id).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
    expect(there.id).toBe(here.id);
    expect(there.url).not.toBe(here.url);
  });

  test('have an id for each version, because a new version is news', () => {
    const [one, two] = [caseOf('a', {}, SUBMITTED, 1), caseOf('a', {}, SUBMITTED, 2)].map((version) =>
      firstOf(entriesOf(version)),
    );
    expect(one?.id).not.toBe(two?.id);
  });

  test('come newest first; a month counts as its first day', () => {
    const older = caseOf('older', {}, TOLD_IN_OCTOBER);
    const newer = caseOf('newer', {}, SUBMITTED);
    expect(entriesOf(older, newer).map(({ on, url }) => [on, url])).toEqual([
      ['2026-11-01', 'https://commons.example/lessons/newer/'],
      ['2026-10-01', 'https://commons.example/lessons/older/'],
    ]);
  });

  test('are at most fifty', () => {
    const cases = Array.from({ length: 60 }, (_, index) => caseOf(`case-${index}`));
    expect(entriesOf(...cases)).toHaveLength(50);
  });

  test('announce an offering as the words of its vendor', () => {
    expect(feedEntries({ ...NOTHING, offerings: [offeringOf('lathe')] }, SITE)).toMatchObject([
      {
        url: 'https://commons.example/offerings/lathe/',
        title: 'Offered: Sample Lathe 3.1',
        summary: expect.stringMatching(/^Lathe Works says: /),
        on: '2026-11-01',
        tags: ['Deploy', 'Report'],
      },
    ]);
  });

  test('announce processes that are open for comment, and those only', () => {
    const processes = readProcesses();
    const open = processes.filter(({ data }) => data.status.is === 'draft_for_comment');
    expect(open.length).toBeGreaterThan(0);
    expect(
      feedEntries({ ...NOTHING, processes }, SITE)
        .map(({ url }) => url)
        .toSorted(),
    ).toEqual(open.map(({ id }) => `https://commons.example/processes/${id}/`).toSorted());
    const final = processes.map(({ id, data }) => ({
      id,
      data: { ...data, status: { is: 'final' as const, on: '2027-02-01' } },
    }));
    expect(feedEntries({ ...NOTHING, processes: final }, SITE)).toEqual([]);
  });
});

describe('Atom', () => {
  const read = (xml: string) => {
    expect(XMLValidator.validate(xml)).toBe(true);
    const parser = new XMLParser({
      ignoreAttributes: false,
      attributeNamePrefix: '@',
      cdataPropName: 'cdata',
      isArray: (name) => name === 'entry',
    });
    return parser.parse(xml).feed;
  };

  test('has what RFC 4287 requires of a feed and of an entry', () => {
    const feed = read(atomOf(entriesOf(caseOf('a'), caseOf('b')), SITE));
    expect(feed).toMatchObject({
      '@xmlns': 'http://www.w3.org/2005/Atom',
      id: expect.stringMatching(/^urn:uuid:/),
      title: expect.any(String),
      updated: '2026-11-01T00:00:00.000Z',
      author: { name: 'Patch Commons' },
    });
    expect(feed.link).toContainEqual({ '@rel': 'self', '@href': 'https://commons.example/feed.atom' });
    expect(feed.entry).toHaveLength(2);
    for (const entry of feed.entry)
      expect(entry).toMatchObject({
        id: expect.stringMatching(/^urn:uuid:/),
        title: { '@type': 'html' },
        updated: '2026-11-01T00:00:00.000Z',
        link: { '@href': expect.stringMatching(/^https:\/\/commons\.example\/lessons\/[ab]\/$/) },
      });
  });

  test('carries words as words: as HTML they read as they were written', () => {
    const [entry] = read(atomOf(entriesOf(caseOf('a', { title: HOSTILE })), SITE)).entry;
    const html = [entry.title.cdata].flat().join('');
    expect(html).toBe(HOSTILE.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
  });

  test('is a feed even with nothing in it, and the same each time', () => {
    expect(read(atomOf([], SITE)).updated).toBe('2005-12-01T00:00:00.000Z');
    expect(atomOf([], SITE)).toBe(atomOf([], SITE));
  });
});

test('JSON Feed has what version 1.1 requires, and the words as they are', () => {
  const feed = jsonFeedOf(entriesOf(caseOf('a', { title: HOSTILE })), SITE);
  expect(feed).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    title: expect.any(String),
    feed_url: 'https://commons.example/feed.json',
    items: [
      {
        id: expect.stringMatching(/^urn:uuid:/),
        title: HOSTILE,
        content_text: expect.any(String),
        date_published: '2026-11-01T00:00:00Z',
      },
    ],
  });
});
