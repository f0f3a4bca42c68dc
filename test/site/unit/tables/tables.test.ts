import { describe, expect, test } from 'vitest';
import { buildLedger } from '#site/evidence/ledger.ts';
import { checklistMarkdown, checklistTable } from '#site/tables/checklist.ts';
import { claimsTable, labFilesTable, labRunsTable, offeringsTable } from '#site/tables/offerings.ts';
import { bearingsTable, casesTable, measuresTable } from '#site/tables/records.ts';
import { stepsTable } from '#site/tables/steps.ts';
import { csvOf, tableOf } from '#site/tables/table.ts';
import { readCases, readProcesses } from '#test/support/content.ts';
import { DEPLOY, REPORT, runOf } from '#test/support/lab.ts';
import { offeringOf } from '#test/support/offering.ts';
import { caseBearing, caseOf, SUBMITTED } from '../cases.ts';

const SITE = new URL('https://commons.example/');
const CANARY = 'routine-patching/canary';

describe('CSV', () => {
  test('is RFC 4180 behind a byte order mark, so that spreadsheets read it as UTF-8', () => {
    const table = tableOf(['name', 'count'], [{ name: 'a “b”, "c"', count: 2 }]);
    expect(csvOf(table)).toBe('\ufeffname,count\r\n"a “b”, ""c""",2\r\n');
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1'])('%j from outside is no formula', (cell) => {
    const [, row = ''] = csvOf(tableOf(['cell'], [{ cell }])).split('\r\n');
    expect(row).toMatch(/^"?'/);
  });
});

describe('tables of offerings', () => {
  test('have a row for each offering, each claim, and each run of the lab', () => {
    const lathe = offeringOf('lathe');
    expect(offeringsTable([lathe], SITE).rows).toMatchObject([
      {
        slug: 'lathe',
        url: 'https://commons.example/offerings/lathe/',
        vendor: 'Lathe Works',
        product_version: '3.1',
      },
    ]);
    expect(
      claimsTable([lathe]).rows.map(({ claim_number, capability }) => [claim_number, capability]),
    ).toEqual([
      [1, 'deploy'],
      [2, 'report'],
    ]);
    expect(labRunsTable([runOf('lathe', DEPLOY)], SITE).rows).toMatchObject([
      {
        url: `https://commons.example/offerings/lathe/#run-1-${DEPLOY}`,
        verdict: 'verified',
        ran_on: '2026-11-20',
        statement: undefined,
      },
    ]);
    const sha256 = 'a'.repeat(64);
    const kept = runOf('lathe', DEPLOY, {
      files: [{ name: 'log.csv', type: 'text/csv', bytes: 12, sha256 }],
    });
    expect(labFilesTable([runOf('lathe', REPORT), kept]).rows).toEqual([
      { slug: 'lathe', stay: 1, procedure: DEPLOY, file: 'log.csv', type: 'text/csv', bytes: 12, sha256 },
    ]);
  });
});

describe('tables of records', () => {
  test('have a row for each case, and the name of no organization that stays anonymous', () => {
    const anonymous = caseOf('a', {
      organization: { attribution: 'anonymous', sector: 'retail', environments: ['cloud', 'mobile'] },
    });
    expect(casesTable([anonymous], SITE).rows).toMatchObject([
      {
        slug: 'a',
        url: 'https://commons.example/lessons/a/',
        organization: undefined,
        region: undefined,
        size_band: undefined,
        environments: 'cloud; mobile',
        vetting: 'compiled',
        published_on: '2026-11-01',
      },
    ]);
  });

  test('have a row for each step that a lesson names, with its side and whose reading it is', () => {
    const told = caseBearing('told', [{ step: CANARY, use: 'skipped', effect: 'hurt' }], SUBMITTED);
    expect(bearingsTable([told]).rows).toEqual([
      {
        slug: 'told',
        lesson_number: 1,
        lesson: 'It was so.',
        recommendation: 'Do it.',
        step: CANARY,
        use: 'skipped',
        effect: 'hurt',
        side: 'for',
        origin: 'submitted',
      },
    ]);
  });

  test('keep a lesson that names no step', () => {
    expect(bearingsTable([caseBearing('silent', [])]).rows).toMatchObject([
      { slug: 'silent', step: undefined },
    ]);
  });

  test('keep figures that disagree side by side', () => {
    expect(measuresTable([caseOf('a')]).rows.map(({ value, source }) => [value, source])).toEqual([
      ['12', 'Service desk'],
      ['14', 'Supplier'],
    ]);
  });
});

test('every step is listed with its grade and the number of cases on each side', () => {
  const processes = readProcesses();
  const cases = readCases();
  const { rows } = stepsTable(processes, buildLedger(cases));
  expect(rows).toHaveLength(processes.flatMap(({ data }) => data.steps).length);

  const helped = caseBearing('helped', [{ step: CANARY, use: 'followed', effect: 'helped' }]);
  const hurt = caseBearing('hurt', [{ step: CANARY, use: 'followed', effect: 'hurt' }]);
  const row = stepsTable(processes, buildLedger([helped, hurt])).rows.find(({ step }) => step === CANARY);
  expect(row).toMatchObject({ grade: 'contested', cases_for: 1, cases_against: 1, cases_neutral: 0 });
});

describe.each(readProcesses())('the checklist of $id', ({ id, data }) => {
  const markdown = checklistMarkdown(data, `https://commons.example/processes/${id}/`);

  test('has a box for each step and for all that is kept', () => {
    expect(markdown.match(/^- \[ \] /gm)).toHaveLength(data.steps.length);
    expect(markdown.match(/^ {2}- \[ \] /gm)).toHaveLength(
      data.steps.flatMap(({ evidence }) => evidence).length,
    );
    expect(checklistTable(data).rows.map(({ step }) => step)).toEqual(data.steps.map(({ name }) => name));
  });

  test('says of each target that no document sets that it is ours', () => {
    const proposed = data.steps.filter(({ target }) => target?.basis === 'patch_commons');
    expect(markdown.match(/\(proposed by Patch Commons\)/g) ?? []).toHaveLength(proposed.length);
  });
});
