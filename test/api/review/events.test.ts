import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextEvent, type ReviewEvent, verifyChain, verifyPayload } from '#api/review/events.ts';
import { type EventLine, eventLine } from '#schemas/published.ts';
import { ACTIONS, ACTOR_KINDS } from '#schemas/workflow.ts';

const KEY = new Uint8Array(32).fill(7);
const chainOf = (events: readonly ReviewEvent[], key = KEY) => {
  const lines: EventLine[] = [];
  for (const event of events) lines.push(nextEvent(lines.at(-1), event, key));
  return lines;
};

const event: fc.Arbitrary<ReviewEvent> = fc.record({
  type: fc.constantFrom(...ACTIONS),
  actor: fc.constantFrom(...ACTOR_KINDS),
  month: fc.constantFrom('2026-10', '2026-11', '2026-12'),
  payload: fc.oneof(fc.string(), fc.record({ note: fc.string(), score: fc.nat() }), fc.constant(undefined)),
});
const chains = fc.array(event, { minLength: 1, maxLength: 8 }).map((events) => chainOf(events));
const digest = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });
const change = fc.oneof(
  fc.record({ seq: fc.integer({ min: 1, max: 99 }) }),
  fc.record({ type: fc.constantFrom(...ACTIONS) }),
  fc.record({ actor: fc.constantFrom(...ACTOR_KINDS) }),
  fc.record({ month: fc.constantFrom('2020-01', '2026-11') }),
  fc.record({ mac: digest }),
  fc.record({ hash: digest }),
);

test('a chain verifies, and each line fits the schema', () => {
  fc.assert(
    fc.property(chains, (lines) => {
      expect(verifyChain(lines, lines.at(-1)?.hash)).toEqual({ ok: true });
      expect(lines.map((line) => eventLine.parse(line))).toEqual(lines);
    }),
  );
});

test('a changed line is found where it stands', () => {
  fc.assert(
    fc.property(chains, fc.nat(), change, (lines, nat, fields) => {
      const at = nat % lines.length;
      const changed = lines.map((line, index) => (index === at ? { ...line, ...fields } : line));
      fc.pre(JSON.stringify(changed) !== JSON.stringify(lines));
      expect(verifyChain(changed)).toEqual({ ok: false, brokenAt: at + 1 });
    }),
  );
});

test('a line made anew is found at the next one, or at the head', () => {
  fc.assert(
    fc.property(chains, fc.nat(), event, (lines, nat, other) => {
      const at = nat % lines.length;
      const forged = nextEvent(lines[at - 1], other, new Uint8Array(32));
      const changed = lines.map((line, index) => (index === at ? forged : line));
      expect(verifyChain(changed, lines.at(-1)?.hash)).toEqual({ ok: false, brokenAt: at + 2 });
    }),
  );
});

test('a line left out, doubled or moved is found', () => {
  const lines = chainOf(
    ['submit', 'confirm', 'triage'].map((type) => ({
      type,
      actor: 'editor',
      month: '2026-11',
      payload: type,
    })),
  );
  const [first, second, third] = lines as [EventLine, EventLine, EventLine];

  expect(verifyChain([first, third])).toEqual({ ok: false, brokenAt: 2 });
  expect(verifyChain([second, third])).toEqual({ ok: false, brokenAt: 1 });
  expect(verifyChain([first, first, second, third])).toEqual({ ok: false, brokenAt: 2 });
  expect(verifyChain([first, third, second])).toEqual({ ok: false, brokenAt: 2 });
  expect(verifyChain([first, second])).toEqual({ ok: true });
  expect(verifyChain([first, second], third.hash)).toEqual({ ok: false, brokenAt: 3 });
  expect(verifyChain([], third.hash)).toEqual({ ok: false, brokenAt: 1 });
});

test('the payload can be proved while the key is kept, and the chain verifies without either', () => {
  const [line] = chainOf([
    { type: 'decline', actor: 'editor', month: '2026-11', payload: { code: 'duplicate' } },
  ]);
  if (!line) throw new Error('a chain of one event has one line');

  expect(verifyPayload(line, { code: 'duplicate' }, KEY)).toBe(true);
  expect(verifyPayload(line, { code: 'promotional' }, KEY)).toBe(false);
  expect(verifyPayload(line, { code: 'duplicate' }, new Uint8Array(32))).toBe(false);
  expect(verifyChain([JSON.parse(JSON.stringify(line))])).toEqual({ ok: true });
});

test('the same event under another key has another line, so that nobody can try payloads', () => {
  const same: ReviewEvent = { type: 'decline', actor: 'editor', month: '2026-11', payload: 'duplicate' };

  expect(nextEvent(undefined, same, KEY).mac).not.toBe(nextEvent(undefined, same, new Uint8Array(32)).mac);
});
