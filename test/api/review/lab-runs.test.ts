/** Which verdict fits what was seen, over every outcome of a small procedure, and when a result is old. */
import { describe, expect, test } from 'vitest';
import {
  allowedVerdicts,
  filesFor,
  fits,
  staleness,
  statementDue,
  verdictProblem,
} from '#api/review/lab-runs.ts';
import { LAB_STEP_RESULTS, type LabStepResult } from '#schemas/lab-run.ts';
import { LAB_VERDICTS } from '#schemas/lab-test.ts';

const steps = (decisive: LabStepResult, other: LabStepResult) => [
  { decisive: true, result: decisive },
  { decisive: false, result: other },
];

// biome-ignore format: a table is read by column
const ALLOWED: [decisive: LabStepResult, other: LabStepResult, verdicts: string[]][] = [
  ['as_expected', 'as_expected', ['verified']],
  ['as_expected', 'otherwise',   ['verified', 'partly', 'failed']],
  ['as_expected', 'not_done',    ['partly']],
  ['otherwise',   'as_expected', ['failed']],
  ['otherwise',   'otherwise',   ['failed']],
  ['otherwise',   'not_done',    ['failed']],
  ['not_done',    'as_expected', ['not_tested']],
  ['not_done',    'otherwise',   ['failed', 'not_tested']],
  ['not_done',    'not_done',    ['not_tested']],
];

describe('a verdict', () => {
  test.each(ALLOWED)('decisive step %s, the other %s: %j', (decisive, other, verdicts) => {
    expect(allowedVerdicts(steps(decisive, other))).toEqual(verdicts);
  });

  test('is refused with what it needs, because the person has to choose another or look again', () => {
    expect(verdictProblem('verified', steps('otherwise', 'as_expected'))).toMatch(/every decisive step/);
    expect(verdictProblem('failed', steps('otherwise', 'as_expected'))).toBeUndefined();
  });

  test('follows from what kinds of step there are, not from how many: any three steps allow one that two allow', () => {
    const kinds = LAB_STEP_RESULTS.flatMap((result) => [
      { decisive: true, result },
      { decisive: false, result },
    ]);
    for (const one of kinds)
      for (const two of kinds)
        for (const three of kinds) {
          const verdicts = allowedVerdicts([one, two, three]);
          expect(verdicts).not.toEqual([]);
          expect(verdicts).toEqual(allowedVerdicts([three, three, one, two]));
          const decisiveMissing = [one, two, three].some(
            ({ decisive, result }) => decisive && result !== 'as_expected',
          );
          if (decisiveMissing) expect(verdicts).not.toContain('verified');
          if (decisiveMissing) expect(verdicts).not.toContain('partly');
        }
    expect(LAB_VERDICTS).toHaveLength(4);
  });
});

test.each([
  ['a day before the anniversary', '2025-11-23', '3.1', undefined],
  ['on the anniversary', '2025-11-22', '3.1', undefined],
  ['a day after it', '2025-11-21', '3.1', 'age'],
  ['of a minor version before', '2026-11-01', '3.0', undefined],
  ['of a major version before', '2026-11-01', '2.9', 'version'],
  ['of a version with a word in front', '2026-11-01', 'v3', undefined],
  ['of a version without a number', '2026-11-01', 'Spring', 'version'],
] as const)('a run %s: %s, version %s', (_, ranOn, productVersion, stale) => {
  expect(staleness({ ranOn, productVersion }, { version: '3.1', today: '2026-11-22' })).toBe(stale);
});

test('a procedure fits what claims its capability and supports its scenario, and nothing else', () => {
  const offered = {
    claims: [{ capability: 'deploy' as const, claim: 'It deploys.' }],
    scenarios: ['routine_patching' as const],
  };
  expect(fits(offered, { capability: 'deploy', scenario: 'routine_patching' })).toBe(true);
  expect(fits(offered, { capability: 'scan', scenario: 'routine_patching' })).toBe(false);
  expect(fits(offered, { capability: 'deploy', scenario: 'emergency_patching' })).toBe(false);
});

test('a run lists what the desk added since it was assigned, and what another run lists, but nothing of the vendor', () => {
  const added = (id: string, addedBy: 'desk' | 'submitter', day: string) => ({
    id,
    addedBy,
    addedAt: `2026-11-${day}T10:00:00.000Z`,
  });
  const files = [
    added('earlier', 'desk', '09'),
    added('of an earlier run', 'desk', '09'),
    added('at once', 'desk', '10'),
    added('later', 'desk', '11'),
    added('of the vendor', 'submitter', '11'),
  ];

  const offered = filesFor(files, { assignedAt: '2026-11-10T10:00:00.000Z' }, [{ id: 'of an earlier run' }]);

  expect(offered.map(({ id }) => id)).toEqual(['of an earlier run', 'at once', 'later']);
});

test('a vendor has fourteen days', () => {
  expect(statementDue(new Date('2026-11-22T10:00:00Z')).toISOString()).toBe('2026-12-06T23:59:59.999Z');
});
