import { randomInt } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashCode, newCode, newReference, normaliseCode } from '#api/review/secret-code.ts';

test('a code is eight words, in the form in which it is compared', () => {
  for (let round = 0; round < 200; round += 1) {
    const code = newCode(randomInt);
    expect(code).toMatch(/^[a-z]{3,}(-[a-z]{3,}){7}$/);
    expect(normaliseCode(code)).toBe(code);
  }
});

test('the words come from a list long enough for 100 bits', () => {
  const asked: number[] = [];
  newCode((max) => {
    asked.push(max);
    return 0;
  });

  expect(asked).toHaveLength(8);
  for (const max of asked) expect(8 * Math.log2(max)).toBeGreaterThan(100);
});

test('a code is the same however it is typed', () => {
  const typed = fc
    .array(fc.constantFrom(' ', '-', '  ', '\n', ' - ', '\u00A0', '‑'), { minLength: 7, maxLength: 7 })
    .chain((gaps) => fc.tuple(fc.constant(gaps), fc.boolean()));
  fc.assert(
    fc.property(typed, ([gaps, upper]) => {
      const code = newCode(randomInt);
      const words = code.split('-');
      const text = ` ${words.map((word, index) => word + (gaps[index] ?? '')).join('')}\n`;
      expect(hashCode(upper ? text.toUpperCase() : text)).toBe(hashCode(code));
    }),
  );
});

test('another code has another hash', () => {
  expect(hashCode('abacus-banjo')).not.toBe(hashCode('abacus-banjos'));
  expect(hashCode('abacus-banjo')).not.toBe(hashCode('abacusbanjo'));
  expect(hashCode('abacus')).toMatch(/^[0-9a-f]{64}$/);
});

test('a reference has no letter that is mistaken for another', () => {
  for (let round = 0; round < 200; round += 1)
    expect(newReference(randomInt)).toMatch(/^PC-[234679CFGHJKMNPQRTVWXY]{4}-[234679CFGHJKMNPQRTVWXY]{4}$/);
});

test('a source of chance that does not keep its promise is an error, not a weak code', () => {
  expect(() => newCode((max) => max)).toThrow(RangeError);
});
