import { expect, test } from 'vitest';
import { byCapability } from '#site/offerings/by-capability.ts';
import { componentOf } from '#site/offerings/component-of.ts';
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

test('a claim bears on the steps of the requirement that it addresses, and on none without one', () => {
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

  const { claims } = componentOf(offeringOf('lathe'), call, 'https://commons.example/offerings/lathe/');

  expect(claims.map(({ steps, runs }) => ({ steps, runs }))).toEqual([
    { steps: ['routine-patching/canary'], runs: [] },
    { steps: [], runs: [] },
  ]);
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
