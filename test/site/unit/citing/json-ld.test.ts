import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { CaseStudy } from '#schemas/case-study.ts';
import { glossary } from '#schemas/glossary.ts';
import { volume } from '#schemas/guide.ts';
import { question } from '#schemas/question.ts';
import {
  breadcrumbsOf,
  datasetOf,
  howToOf,
  offeringReportOf,
  questionOf,
  reportOf,
  scriptText,
  termSetOf,
  volumeOf,
} from '#site/citing/json-ld.ts';
import { frontMatter, readContent, readProcesses } from '#test/support/content.ts';
import { offeringOf } from '#test/support/offering.ts';
import { caseOf } from '../cases.ts';

const SITE = new URL('https://commons.example/');

test('a case is a report that cites its sources', () => {
  expect(reportOf(caseOf('two-rings'), SITE)).toMatchObject({
    '@type': 'Report',
    url: 'https://commons.example/lessons/two-rings/',
    datePublished: '2026-11-01',
    version: 1,
    citation: [
      {
        '@type': 'CreativeWork',
        name: 'Change record',
        publisher: { '@type': 'Organization', name: 'The hospital group' },
      },
    ],
  });
});

test('an offering is a report by its vendor about its product', () => {
  expect(offeringReportOf(offeringOf('lathe'), SITE)).toMatchObject({
    '@type': 'Report',
    url: 'https://commons.example/offerings/lathe/',
    author: { name: 'Lathe Works' },
    about: { '@type': 'SoftwareApplication', name: 'Sample Lathe', softwareVersion: '3.1' },
  });
});

describe('the organization of a case', () => {
  test('is named where the record names it', () => {
    const organization: CaseStudy['organization'] = {
      attribution: 'named',
      name: 'Acme',
      sector: 'retail',
      sizeBand: 'unknown',
      environments: [],
    };
    const report = reportOf(caseOf('named', { organization }), SITE);
    expect(report).toMatchObject({ about: { '@type': 'Organization', name: 'Acme' } });
  });

  test('is left out where the record only describes it', () => {
    expect(reportOf(caseOf('described'), SITE)).not.toHaveProperty('about');
  });
});

test('a process is a HowTo whose steps have addresses', () => {
  const [process] = readProcesses();
  if (!process) throw new Error('No process');
  const howTo = howToOf(process.id, process.data, SITE);
  expect(howTo).toMatchObject({ '@type': 'HowTo', name: process.data.title, version: process.data.version });
  expect(howTo['step']).toHaveLength(process.data.steps.length);
});

test('a question comes with its short answer', () => {
  const howFast = question.parse(frontMatter('questions/how-fast.mdx'));
  expect(questionOf('how-fast', howFast, SITE)).toMatchObject({
    '@type': 'FAQPage',
    url: 'https://commons.example/questions/how-fast/',
    mainEntity: [{ name: howFast.question, acceptedAnswer: { text: howFast.shortAnswer } }],
  });
});

test('the glossary is a set of its terms', () => {
  const terms = glossary.parse(parse(readContent('glossary.yaml')));
  expect(termSetOf(terms, SITE)).toMatchObject({
    '@type': 'DefinedTermSet',
    url: 'https://commons.example/glossary/',
    hasDefinedTerm: terms.map(({ term }) => ({ '@type': 'DefinedTerm', name: term })),
  });
});

test('a volume of the guide is a report of its version', () => {
  const outline = volume.parse(parse(readContent('guide/volume-b.yaml')));
  expect(volumeOf(outline, SITE)).toMatchObject({
    '@type': 'Report',
    url: 'https://commons.example/guide/b/',
    name: outline.citation.title,
    version: outline.version,
    author: outline.citation.authors.map((name) => ({ '@type': 'Organization', name })),
  });
});

test('breadcrumbs begin at home and end at the page', () => {
  const list = breadcrumbsOf(
    [{ text: 'Lessons', href: '/lessons/' }],
    { text: 'This', href: '/lessons/x/' },
    SITE,
  );
  expect(list['itemListElement']).toEqual([
    { '@type': 'ListItem', position: 1, name: 'Home', item: 'https://commons.example/' },
    { '@type': 'ListItem', position: 2, name: 'Lessons', item: 'https://commons.example/lessons/' },
    { '@type': 'ListItem', position: 3, name: 'This', item: 'https://commons.example/lessons/x/' },
  ]);
});

test('a data set says what can be downloaded', () => {
  const dataset = datasetOf([{ path: '/data/cases.csv', type: 'text/csv' }], '2026-11-22', SITE);
  expect(dataset).toMatchObject({
    dateModified: '2026-11-22',
    distribution: [{ contentUrl: 'https://commons.example/data/cases.csv', encodingFormat: 'text/csv' }],
  });
});

test('words end neither the script element nor open a comment in it, even if a record let them through', () => {
  const title = '</script><script>alert(1)</script><!-- & \u2028';
  const published = caseOf('hostile');
  const hostile = { ...published, record: { ...published.record, title } };
  const text = scriptText([reportOf(hostile, SITE)]);
  expect(text).not.toContain('<');
  expect(JSON.parse(text)).toMatchObject({ '@context': 'https://schema.org', '@graph': [{ name: title }] });
});
