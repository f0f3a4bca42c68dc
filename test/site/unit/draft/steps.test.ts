/** The steps of the form: every question has one place, and what is written at one step never touches another. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FORMS } from '#schemas/draft.ts';
import { lessonContent, shortLesson, submission } from '#schemas/submission.ts';
import { checkForm, filledIn } from '#site/forms/check.ts';
import { isSame } from '#site/forms/draft/same.ts';
import {
  findStep,
  nextStep,
  partOf,
  stepBefore,
  stepOfIssue,
  stepsOf,
  typedWrong,
  withPart,
} from '#site/forms/draft/steps.ts';
import { fieldLabel } from '#site/forms/draft/words.ts';
import type { FormValues } from '#site/forms/names.ts';

const CONTENT = { full: lessonContent, short: shortLesson } as const;

describe.each(FORMS)('the %s form', (form) => {
  const names = stepsOf(form).flatMap((step) => step.names);

  test('asks for every field of its schema, each at one step', () => {
    const fields = Object.keys(CONTENT[form].shape).map((field) => `content.${field}`);
    expect(names.toSorted()).toEqual([...fields, 'consent', 'contact'].toSorted());
  });

  test('has a name in words for each of them', () => {
    for (const name of names) expect(fieldLabel(name)).not.toBe(name);
  });

  test('leads from its first step to its last, and back', () => {
    const steps = stepsOf(form);
    for (const [position, step] of steps.entries()) {
      expect(findStep(form, step.id)).toBe(step);
      expect(nextStep(form, step)).toBe(steps[Math.min(position + 1, steps.length - 1)]);
      expect(stepBefore(form, step)).toBe(steps[Math.max(position - 1, 0)]);
    }
  });

  test('knows the step of every issue that an empty form has', () => {
    const checked = checkForm(submission, { kind: 'lesson', form });
    const issues = checked.ok ? [] : checked.issues;
    expect(issues.length).toBeGreaterThan(0);
    for (const issue of issues.filter(({ path }) => path !== 'content'))
      expect([issue.path, stepOfIssue(form, issue)?.id]).toEqual([issue.path, expect.any(String)]);
  });
});

/** What a form may hold at a step: text, or rows of text. */
const answer = fc.oneof(
  fc.string(),
  fc.array(fc.record({ lesson: fc.string(), note: fc.string() }), { maxLength: 3 }),
);
const STEPS = stepsOf('full');
const drafts: fc.Arbitrary<FormValues> = fc
  .record(
    Object.fromEntries(
      STEPS.flatMap(({ names }) => names)
        .filter((name) => name.startsWith('content.'))
        .map((name) => [name.slice('content.'.length), answer]),
    ),
    { requiredKeys: [] },
  )
  .map((content) => filledIn({ kind: 'lesson', form: 'full', content }));
const steps = fc.constantFrom(...STEPS);

describe('what is written at one step', () => {
  test('is there afterwards, and nothing of another step has changed', () => {
    fc.assert(
      fc.property(drafts, drafts, steps, (stored, typed, step) => {
        const merged = withPart(stored, step, typed);
        expect(isSame(partOf(merged, step), partOf(typed, step))).toBe(true);
        for (const other of STEPS.filter((one) => one !== step))
          expect(isSame(partOf(merged, other), partOf(stored, other))).toBe(true);
      }),
    );
  });

  test('and at another, by two people, is the same whoever saves first', () => {
    fc.assert(
      fc.property(drafts, drafts, drafts, steps, steps, (stored, mine, theirs, one, other) => {
        fc.pre(one !== other);
        const first = withPart(withPart(stored, one, mine), other, theirs);
        const second = withPart(withPart(stored, other, theirs), one, mine);
        expect(isSame(first, second)).toBe(true);
      }),
    );
  });

  test('says the same whatever the order of its keys', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const turned = Object.fromEntries(Object.entries(draft).toReversed());
        expect(isSame(draft, turned)).toBe(true);
      }),
    );
  });
});

test('while one writes, only what was typed is judged: what is missing is told at the end', () => {
  const step = STEPS[1];
  if (!step) throw new Error('The form has no second step');
  const values = { kind: 'lesson', content: { timeline: [{ date: 'soon' }] } };
  const checked = checkForm(submission, values);
  const issues = checked.ok ? [] : checked.issues;

  expect(issues.length).toBeGreaterThan(3);
  expect(typedWrong(issues, values, step).map(({ path }) => path)).toEqual(['content.timeline.0.date']);
});
