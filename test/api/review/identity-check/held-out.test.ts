/** What the form promises, measured on sentences that the check was not made with. */
import { expect, test } from 'vitest';
import { KINDS, notChecked } from '#api/review/identity-check/kinds.ts';
import { IDENTITY_KINDS } from '#schemas/identity-finding.ts';
import { measureIdentity, meetsBar, score } from '#test/bench/identity.ts';
import { sentences } from '#test/fixtures/identity-corpus/corpus.ts';
import { DEVELOPMENT } from '#test/fixtures/identity-corpus/development.ts';
import { HELD_OUT } from '#test/fixtures/identity-corpus/held-out.ts';

const scores = measureIdentity();

test.each(scores)('$kind is promised only if the held-out sentences bear it out', (measured) => {
  expect(measured.planted).toBeGreaterThanOrEqual(50);
  if (measured.checked) expect(measured).toSatisfy(meetsBar);
});

test('what the check was made with is found, too', () => {
  expect(score(DEVELOPMENT).scores.filter((measured) => !meetsBar(measured))).toEqual([]);
});

test('development and held-out sentences share neither templates nor submitters, or the measure would mean nothing', () => {
  const templates = new Set(DEVELOPMENT.templates);
  const organizations = new Set(DEVELOPMENT.submitters.map(({ known }) => known.organization));

  expect(HELD_OUT.templates.filter((template) => templates.has(template))).toEqual([]);
  expect(HELD_OUT.submitters.filter(({ known }) => organizations.has(known.organization))).toEqual([]);
});

test('most held-out sentences hold nothing of a kind, so that a false alarm can show', () => {
  const all = sentences(HELD_OUT, 1, 1);

  expect(all.filter(({ planted }) => planted.length === 0).length).toBeGreaterThan(30);
  for (const kind of IDENTITY_KINDS)
    expect(all.filter(({ planted }) => planted.some((one) => one.kind === kind)).length).toBeLessThan(
      all.length / 2,
    );
});

test('the same seed makes the same sentences', () => {
  expect(sentences(HELD_OUT, 7, 1)).toEqual(sentences(HELD_OUT, 7, 1));
  expect(sentences(HELD_OUT, 7, 1)).not.toEqual(sentences(HELD_OUT, 8, 1));
});

test('the form names what is not checked: kinds below the bar, and what no pattern can find', () => {
  const below = IDENTITY_KINDS.filter((kind) => !KINDS[kind].checked).map((kind) => KINDS[kind].label);

  expect(notChecked()).toEqual(
    expect.arrayContaining([...below, 'Names of other people, and of suppliers and partners of yours']),
  );
});
