import { expect, test } from 'vitest';
import { byCapability } from '#site/offerings/by-capability.ts';
import { componentOf } from '#site/offerings/component-of.ts';
import { followedToday, procedureTitle, runsOf, triedBy, unanswered } from '#site/offerings/lab-runs.ts';
import { DEPLOY, PROCEDURES, REPORT, runOf } from '#test/support/lab.ts';
import { CHOICES, offeringOf } from '#test/support/offering.ts';

test('an offering stands under each capability that it claims, and the rest is left out', () => {
  const groups = byCapability([offeringOf('lathe')]);

  expect(
    groups.map(({ capability, offered }) => [capability, offered.flatMap(({ claims }) => claims)]),
  ).toEqual([
    ['report', ['Counts restarts for each ring.']],
    ['deploy', ['Stops a release to all rings within one minute of one command.']],
  ]);
  expect(byCapability([])).toEqual([]);
});

test('a claim bears on the steps of the requirement that it addresses, and on none without one; the newest run stands with it', () => {
  const call = {
    scenarios: [
      {
        scenario: 'routine_patching' as const,
        requirements: [
          {
            id: 'routine-deploy-rings',
            capability: 'deploy' as const,
            requires: 'Rings.',
            steps: ['routine-patching/canary'],
          },
        ],
        lessons: [],
      },
    ],
  };

  const procedures = PROCEDURES.map(({ id, ...data }) => ({ id, data }));
  const runs = [runOf('lathe', DEPLOY), runOf('lathe', DEPLOY, { stay: 2, verdict: 'partly' })];
  const address = 'https://commons.example/offerings/lathe/';

  const { claims } = componentOf(offeringOf('lathe'), call, address, { procedures, runs });

  expect(claims.map(({ steps, runs: found }) => ({ steps, runs: found }))).toEqual([
    {
      steps: ['routine-patching/canary'],
      runs: [{ verdict: 'partly', on: '2026-11-20', address: `${address}#run-2-${DEPLOY}` }],
    },
    { steps: [], runs: [] },
  ]);
});

test('of each procedure the newest run stands first, and what nobody tried is no result', () => {
  const runs = [
    runOf('lathe', DEPLOY, { ranOn: '2026-12-01' }),
    runOf('lathe', DEPLOY, { stay: 2, ranOn: '2027-01-01' }),
    runOf('another', REPORT),
  ];
  const procedures = PROCEDURES.map(({ id, ...data }) => ({ id, data }));

  const { newest, earlier } = runsOf(runs, 'lathe');

  expect([newest, earlier]).toEqual([[runs[1]], [runs[0]]]);
  expect(unanswered(procedures, offeringOf('lathe'), runs).map(({ id }) => id)).toEqual([REPORT]);
  expect(triedBy([offeringOf('lathe'), offeringOf('another')], runs, REPORT)).toEqual([
    { offering: offeringOf('another'), run: runs[2] },
  ]);
  expect(procedureTitle([], 'gone')).toBe('gone');
});

test('a reader learns whether the lab followed the instructions as they stand', () => {
  const offering = offeringOf('lathe');
  const [first, ...others] = offering.record.instructions;
  const shorter = { record: { ...offering.record, instructions: first ? [first] : [] } };
  const run = runOf('lathe', DEPLOY);

  expect(others).not.toEqual([]);
  expect([followedToday(run, offering), followedToday(run, shorter)]).toEqual([true, false]);
});

test('an offering may name what the call, the architectures and the questions hold', () => {
  expect(CHOICES.requirements.map(({ id }) => id)).toContain('asset-scan-planted');
  expect(CHOICES.roles).toContainEqual({
    id: 'on-premises-enterprise/deployer',
    name: expect.any(String),
    architecture: expect.any(String),
  });
  // Those that contribute nothing to patching are no place for a product that does.
  expect(CHOICES.roles.map(({ id }) => id)).not.toContain('on-premises-enterprise/endpoints');
  expect(CHOICES.questions).toHaveLength(8);
});
