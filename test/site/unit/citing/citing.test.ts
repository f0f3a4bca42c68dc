import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { bibtexOf } from '#site/citing/bibtex.ts';
import { cffOf } from '#site/citing/cff.ts';
import { cslOf, cslOfVolume } from '#site/citing/csl.ts';
import { recordCitations } from '#site/citing/record-citations.ts';
import { offeringOf } from '#test/support/offering.ts';
import { caseOf, SUBMITTED } from '../cases.ts';

const ADDRESS = 'https://commons.example/lessons/two-rings/';

describe('the citation of a case', () => {
  test('names the version and the hash of its record, because the page at the address may change', () => {
    const published = caseOf('two-rings');
    expect(cslOf(published, ADDRESS)).toEqual({
      id: 'two-rings',
      type: 'report',
      title: 'A patch that two rings held back',
      author: [{ literal: 'Patch Commons' }],
      issued: { 'date-parts': [[2026, 11, 1]] },
      publisher: 'Patch Commons',
      URL: ADDRESS,
      version: '1',
      abstract: published.record.summary,
      language: 'en',
      note: `Version 1. SHA-256 of the record: ${published.contentHash}`,
    });
  });

  test('has only the month of a submitted case, because no more is kept', () => {
    expect(cslOf(caseOf('told', {}, SUBMITTED), ADDRESS).issued).toEqual({ 'date-parts': [[2026, 11]] });
  });

  test('is a BibTeX entry under the slug, with an author that no program splits into names', () => {
    const entry = bibtexOf(cslOf(caseOf('two-rings'), ADDRESS));
    expect(entry).toMatch(/^@techreport\{two-rings,\n/);
    expect(entry).toContain('author = {{Patch Commons}}');
    expect(entry).toContain(`url = {${ADDRESS}}`);
    expect(entry).toMatch(/\}\n$/);
  });

  test('does not let a title end its field or call a command of TeX', () => {
    const title = 'Braces }, note = {x} and \\input|100 % of $A_1 & #2';
    const entry = bibtexOf(cslOf(caseOf('hostile', { title }), ADDRESS));
    const [, line = ''] = /title = \{(.*)\},\n/.exec(entry) ?? [];
    expect(line).not.toMatch(/\\input|[^\\][%&#$_]/);
    expect([...line].filter((one) => one === '{')).toHaveLength(
      [...line].filter((one) => one === '}').length,
    );
    expect(entry.match(/note = /g)).toHaveLength(2);
  });
});

test('the files beside a case give the address of its page, as BibTeX and as a list of one', () => {
  const published = caseOf('two-rings');
  const { bib, json } = recordCitations(published, new URL('https://commons.example/'));
  expect(bib).toBe(bibtexOf(cslOf(published, ADDRESS)));
  expect(JSON.parse(json)).toEqual([cslOf(published, ADDRESS)]);
});

test('an offering is cited as the words of its vendor, with the address of its page', () => {
  const { bib, json } = recordCitations(offeringOf('lathe'), new URL('https://commons.example/'));
  const [item] = JSON.parse(json);
  expect(item).toMatchObject({
    title: 'Sample Lathe 3.1',
    author: [{ literal: 'Lathe Works' }],
    publisher: 'Patch Commons',
    URL: 'https://commons.example/offerings/lathe/',
  });
  expect(bib).toContain('author = {{Lathe Works}}');
});

test('all records together are a data set of the newest day, in the Citation File Format', () => {
  const cff = parse(cffOf([caseOf('a'), caseOf('b', {}, SUBMITTED)], 'https://commons.example/data/'));
  expect(cff).toMatchObject({
    'cff-version': '1.2.0',
    type: 'dataset',
    authors: [{ name: 'Patch Commons' }],
    'date-released': '2026-11-01',
    license: 'CC-BY-4.0',
    url: 'https://commons.example/data/',
  });
  for (const required of ['message', 'title']) expect(cff[required]).toEqual(expect.any(String));
});

test('a volume of the guide is cited as it suggests itself, under an id of its own', () => {
  const citation = {
    authors: ['Patch Commons editors'],
    title: 'Patching in Practice',
    publisher: 'Patch Commons',
    issued: '2026-11-22',
    licence: 'CC BY 4.0',
  };
  const item = cslOfVolume({ volume: 'a', version: '0.9', summary: 'Short.', citation }, ADDRESS);
  expect(item).toMatchObject({
    id: 'patch-commons-guide-a',
    title: 'Patching in Practice',
    author: [{ literal: 'Patch Commons editors' }],
    issued: { 'date-parts': [[2026, 11, 22]] },
    version: '0.9',
  });
  expect(bibtexOf(item)).toMatch(/^@techreport\{patch-commons-guide-a,\n/);
});
