import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bod2604Row, deployerRow } from '#schemas/timeline.ts';
import { decisionRows, valuesOf } from '#site/timelines/decision-table.ts';

const read = (name: 'bod-26-04' | 'deployer') =>
  Object.values(decisionRows(name, readFileSync(`content/timelines/ssvc/${name}.csv`, 'utf8')));

test('every situation of BOD 26-04 is a row, in words that the schema knows', () => {
  const rows = read('bod-26-04').map((row) => bod2604Row.parse(row));
  expect(rows).toHaveLength(16);
  expect(new Set(rows.map(({ outcome: _, ...answers }) => JSON.stringify(answers))).size).toBe(16);
  expect(
    rows.find(
      (row) => row.inKev === 'yes' && row.publiclyExposed === 'yes' && row.technicalImpact === 'total',
    ),
  ).toMatchObject({ automatable: 'no', outcome: '3 days & forensic investigation' });
});

test('every situation of the deployer tree is a row, and SSVC gives it no days', () => {
  const rows = read('deployer').map((row) => deployerRow.parse(row));
  expect(rows).toHaveLength(72);
  expect(valuesOf(rows, 'humanImpact')).toEqual(['low', 'medium', 'high', 'very high']);
  expect(valuesOf(rows, 'outcome').filter((outcome) => /\d/.test(outcome))).toEqual([]);
});
