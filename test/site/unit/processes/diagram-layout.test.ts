import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { process as processSchema } from '#schemas/process.ts';
import { assignTracks, layoutDiagram, wrapped } from '#site/processes/diagram-layout.ts';
import { strayAnswers, straysOf } from '#site/strays.ts';

const step = (id: string, actor: string, goTo: string[] = []) => ({
  id,
  name: `Do ${id}`,
  actor,
  does: 'It.',
  inputs: ['a'],
  outputs: ['b'],
  doneWhen: 'Done.',
  evidence: ['c'],
  ...(goTo.length > 0 && {
    decision: {
      question: 'Where to?',
      options: goTo.map((target) => {
        const [process, inside] = target.split('/');
        return inside ? { answer: target, goTo: inside, process } : { answer: target, goTo: target };
      }),
    },
  }),
});
const PROCESS = processSchema.parse({
  title: 'A process',
  scenario: 'routine_patching',
  order: 1,
  summary: 'Short.',
  purpose: 'To test.',
  sp80040: { scenarios: [], responses: [] },
  roles: ['lead', 'engineer', 'nobody'].map((id) => ({ id, name: `The ${id}`, does: 'Things.' })),
  steps: [
    step('one', 'lead'),
    step('two', 'engineer', ['three', 'one', 'isolation/segment', 'end']),
    step('three', 'engineer', ['three', 'four']),
    step('four', 'lead', ['two', 'end']),
  ],
  measures: [{ name: 'm', how: 'h', why: 'w' }],
  sources: [{ title: 't', url: 'https://example.org/', standing: 'primary' }],
  version: '0.1',
  status: { is: 'final', on: '2026-11-01' },
  reviewedOn: '2026-11-01',
});

describe('layoutDiagram', () => {
  const diagram = layoutDiagram(PROCESS, new Map([['isolation', 'Isolation']]));

  test('draws every way within the process once: to the next step straight, elsewhere on a track', () => {
    const ways = diagram.ways.map(({ from, to, trackX }) => [from.id, to.id, trackX !== undefined]);
    expect(ways.toSorted()).toEqual(
      [
        ['one', 'two', false],
        ['two', 'three', false],
        ['two', 'one', true],
        ['three', 'three', true],
        ['three', 'four', false],
        ['four', 'two', true],
      ].toSorted(),
    );
  });

  test('names other processes in words', () => {
    const lines = diagram.steps.flatMap(({ lines }) => lines).filter(({ kind }) => kind === 'exit');
    expect(lines).toEqual([{ text: 'or to: Isolation', kind: 'exit' }]);
  });

  test('has a lane for each role that acts, and steps stand in the lane of theirs', () => {
    expect(diagram.lanes.map(({ name }) => name)).toEqual(['The lead', 'The engineer']);
    const [lead, engineer] = diagram.lanes;
    expect(diagram.steps.map(({ x }) => x)).toEqual([lead?.x, engineer?.x, engineer?.x, lead?.x]);
  });
});

test('no two ways share a piece of a track', () => {
  const jump = fc.record({ from: fc.nat(14), to: fc.nat(14) });
  fc.assert(
    fc.property(fc.array(jump, { maxLength: 20 }), (jumps) => {
      const tracks = assignTracks(jumps);
      const spans = jumps.map(({ from, to }) => [Math.min(from, to), Math.max(from, to)] as const);
      for (const [a, [low, high]] of spans.entries())
        for (const [b, [otherLow, otherHigh]] of spans.entries())
          if (a < b && tracks[a] === tracks[b]) expect(high < otherLow || otherHigh < low).toBe(true);
    }),
  );
});

test('lines are broken between words and lose none', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 20 }), (words) => {
      const lines = wrapped(words.join(' '), 16);
      expect(lines.join(' ')).toBe(words.join(' '));
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(16);
    }),
  );
});

test('a decision that leads to no step of another process is a fault that names both', () => {
  const processes = [{ id: 'a-process', data: PROCESS }];
  expect(straysOf(processes, new Set(['isolation/segment']))).toEqual([]);
  expect(straysOf(processes, new Set())).toEqual([
    'content/processes/a-process.mdx: the decision of two leads to isolation/segment, which is no step of any process',
  ]);
});

test('an answer that names a step or a case that does not exist is a fault that names both', () => {
  const questions = [{ id: 'how-fast', data: { steps: ['a/b', 'c/d'], cases: ['one', 'two'] } }];
  expect(strayAnswers(questions, new Set(['a/b']), new Set(['two']))).toEqual([
    'content/questions/how-fast.mdx: c/d is no step of any process',
    'content/questions/how-fast.mdx: one is no case',
  ]);
});
