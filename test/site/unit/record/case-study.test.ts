import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import type { Provenance } from '#schemas/published.ts';
import { CaseStudy, recordHeadings } from '#site/record/CaseStudy.tsx';
import { ProvenanceCard } from '#site/record/ProvenanceCard.tsx';
import { COMPILED, caseOf, RECORD, SUBMITTED } from '../cases.ts';

const html = (props: Parameters<typeof CaseStudy>[0]) => renderToString(h(CaseStudy, props));

describe('CaseStudy', () => {
  test('prints every word of the record, because what is signed is what is shown', () => {
    const printed = html({ record: RECORD });
    for (const words of [
      RECORD.title,
      RECORD.summary,
      'A regional hospital group',
      'Health care',
      '1,000 to 9,999 people',
      'March 2025 to April 2025',
      '<strong>one</strong>',
      'On a Tuesday.',
      'The ring held one printer of each model.',
      'Put one of each model into the first ring.',
      'Followed: helped',
      'CVE-2025-12345',
      'Label printers',
      '12 printers',
      '14 printers',
      'Change record',
      'Primary source',
    ])
      expect(printed).toContain(words);
  });

  test('says of a date that it is about right', () => {
    expect(html({ record: RECORD })).toMatch(/about <time datetime="2025-04">April 2025<\/time>/);
  });

  test('names a step by its name where it is told, else by its id', () => {
    const steps = [{ id: 'routine-patching/canary', name: 'Let a canary run', process: 'Routine patching' }];
    expect(html({ record: RECORD, steps })).toContain('>Let a canary run</a>');
    expect(html({ record: RECORD })).toContain('>routine-patching/canary</a>');
  });

  test('sets figures of one name side by side in one row', () => {
    expect(html({ record: RECORD }).match(/<th scope="row">Printers<\/th>/g)).toHaveLength(1);
  });

  test('an anonymous organization shows its sector and nothing that narrows it down', () => {
    const organization = { attribution: 'anonymous', sector: 'energy', environments: [] } as const;
    const printed = html({ record: { ...RECORD, organization: { ...organization, environments: [] } } });
    expect(printed).toContain('Not disclosed');
    expect(printed).not.toMatch(/<dt>(Size|Region|Environment)<\/dt>/);
  });

  test('needs no style attribute and no handler', () => {
    expect(html({ record: RECORD })).not.toMatch(/ (style|on[a-z]+)=/);
  });

  test('leaves out sections without content, and their headings from the table of contents', () => {
    const record = { ...RECORD, timeline: [], measures: [], sources: [] };
    expect(recordHeadings(record).map(({ slug }) => slug)).toEqual(['situation', 'lessons']);
    expect(html({ record }).match(/<h3 id="/g)).toHaveLength(2);
  });
});

describe('ProvenanceCard', () => {
  const card = (provenance: Provenance) =>
    renderToString(h(ProvenanceCard, caseOf('two-rings', {}, provenance)));

  test('a compiled case says so and shows no review, because there was none', () => {
    expect(card(COMPILED)).toContain(
      'Compiled by the editors from public records; not independently reviewed',
    );
    expect(card(COMPILED)).not.toMatch(/Rounds|recommended|Head of the chain|SHA-256/);
  });

  test('a submitted case shows rounds, recommendations, its hash and the head of its chain', () => {
    const printed = card(SUBMITTED);
    expect(printed).toContain('<dt>Rounds of review</dt><dd>2</dd>');
    expect(printed).toContain(SUBMITTED.events.at(-1)?.hash);
    expect(printed).toContain('<dt>Who judged it</dt><dd>reviewers, editors</dd>');
    expect(printed).not.toMatch(/Runs in the lab|What this version changes/);
    expect(printed).toContain(caseOf('two-rings', {}, SUBMITTED).contentHash);
  });
});
