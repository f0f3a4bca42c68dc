/** The editors' cases as they lie in content/: sealed, bound to steps that exist, and honest about their figures. */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readKnownSteps } from '#api/publishing/known-content.ts';
import { parseCase, renderPublished, sealCase } from '#api/publishing/record.ts';

const content = fileURLToPath(new URL('../../content', import.meta.url));
const folder = path.join(content, 'case-studies');
const steps = new Set(readKnownSteps(content).map(({ id }) => id));
const cases = fs
  .readdirSync(folder)
  .map((name) => ({ name, text: fs.readFileSync(path.join(folder, name), 'utf8') }));

test('there are cases and steps to look at', () => {
  expect(cases.length).toBeGreaterThanOrEqual(4);
  expect(steps.size).toBeGreaterThan(20);
});

describe.each(cases)('$name', ({ name, text }) => {
  const published = parseCase(text);
  const { record } = published;

  test('is sealed: run `npm run content:seal` after an edit', () => {
    const { schemaVersion: _, contentHash: __, ...written } = published;
    expect(renderPublished(sealCase(written))).toBe(text);
    expect(`${published.slug}.yaml`).toBe(name);
  });

  test('points at steps that exist', () => {
    const named = record.lessons.flatMap(({ bearings }) => bearings.map(({ step }) => step));
    expect(named.filter((step) => !steps.has(step))).toEqual([]);
    expect(named.length).toBeGreaterThan(0);
  });

  test('says of every figure where it comes from', () => {
    expect(record.measures.filter(({ standing }) => standing === undefined)).toEqual([]);
    expect(record.sources.length).toBeGreaterThan(0);
  });

  test('claims no more vetting than it had', () => {
    expect(published.provenance).toMatchObject({ origin: 'compiled', vetting: 'compiled' });
  });
});
