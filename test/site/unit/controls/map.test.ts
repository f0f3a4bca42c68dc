import { describe, expect, test } from 'vitest';
import { byControl, mapControls } from '#site/controls/map.ts';

const step = (id: string, controls: string[]) => ({
  id,
  name: `Do ${id}`,
  actor: 'lead',
  does: 'It.',
  inputs: ['a'],
  outputs: ['b'],
  doneWhen: 'Done.',
  evidence: ['c'],
  failureModes: [],
  controls,
});
const CATALOGS = {
  csf: [{ id: 'PR.PS-02', name: null, text: 'Software is maintained' }],
  nist: [
    {
      id: 'si-2',
      label: 'SI-2',
      title: 'Flaw Remediation',
      family: 'F',
      release: '5.0.1' as const,
      baselines: [],
    },
    { id: 'si-10', label: 'SI-10', title: 'Input', family: 'F', release: '5.0.1' as const, baselines: [] },
  ],
  cis: [{ number: '7.2', steps: ['p/two'] }],
};
const process = (...steps: ReturnType<typeof step>[]) => [{ id: 'p', data: { title: 'P', steps } }];

describe('mapControls', () => {
  test('gives one row for each step and control, and names safeguards of CIS by number only', () => {
    const rows = mapControls(process(step('one', ['PR.PS-02', 'SI-2']), step('two', ['SI-2'])), CATALOGS);

    expect(rows.map(({ step, framework, control, title }) => [step, framework, control, title])).toEqual([
      ['p/one', 'CSF', 'PR.PS-02', 'Software is maintained'],
      ['p/one', 'SP 800-53', 'SI-2', 'Flaw Remediation'],
      ['p/two', 'SP 800-53', 'SI-2', 'Flaw Remediation'],
      ['p/two', 'CIS Controls', '7.2', ''],
    ]);
  });

  test('refuses a control that no catalog holds, because it may be a slip', () => {
    expect(() => mapControls(process(step('one', ['SI-99'])), CATALOGS)).toThrow('p/one names SI-99');
  });
});

test('controls are sorted as people count', () => {
  const rows = mapControls(process(step('one', ['SI-10', 'SI-2'])), CATALOGS);
  expect(byControl(rows, 'SP 800-53').map(([control]) => control)).toEqual(['SI-2', 'SI-10']);
});
