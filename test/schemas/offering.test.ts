import { expect, test } from 'vitest';
import type { z } from 'zod';
import { submitterActions } from '#schemas/decisions.ts';
import { offering, offeringContent } from '#schemas/offering.ts';
import { submission } from '#schemas/submission.ts';
import { offeringSent } from '#test/support/offering.ts';

const { content } = offeringSent;
const saidOf = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(value).error?.issues.map(({ path, message }) => [path.join('.'), message]);

test('how to get the product is told to reviewers alone, unless the vendor says otherwise', () => {
  expect(offeringContent.parse(content).release).toEqual({ access: 'reviewers_only' });
  expect(saidOf(offeringContent, { ...content, release: { access: 'withheld' } })).toEqual([
    ['release.access', 'Choose who may see this'],
  ]);
});

test('each of the eight questions is asked, and no other', () => {
  const { restart: _, ...seven } = content.answers;

  expect(saidOf(offeringContent, { ...content, answers: seven })).toEqual([
    ['answers.restart', 'Answer this question'],
  ]);
  expect(saidOf(offeringContent, { ...content, answers: { ...content.answers, price: 'Low' } })).toHaveLength(
    1,
  );
});

test('a step without a way back is no step', () => {
  const [{ rollback: _, ...step }] = content.instructions;

  expect(saidOf(offeringContent, { ...content, instructions: [step] })).toEqual([
    ['instructions.0.rollback', 'Say how to go back'],
  ]);
});

test('the public record holds nobody to write to', () => {
  const record = { ...content, release: undefined };
  expect(offering.safeParse({ ...record, lab: offeringSent.contact.lab }).success).toBe(false);
});

test('whatever is left out of a submission, the reader is told what to do', () => {
  const bodies = [
    {},
    { kind: 'lesson' },
    { kind: 'lesson', form: 'tiny' },
    { kind: 'lesson', form: 'short' },
    { kind: 'lesson', form: 'short', content: {} },
    { kind: 'offering' },
    { kind: 'offering', content: {} },
    { ...offeringSent, contact: { ...offeringSent.contact, lab: undefined } },
  ];
  for (const body of bodies) {
    const said = saidOf(submission, body) ?? [];
    expect(said.length).toBeGreaterThan(0);
    expect(said.filter(([, message]) => /invalid|expected|received/i.test(message ?? ''))).toEqual([]);
  }
});

test('a lesson that names no form is a full one, and a short one needs two answers and no more', () => {
  const {
    contact: { lab: _, ...contact },
    consent,
  } = offeringSent;
  const told = { happened: 'It froze.', differently: 'Test it.' };
  const short = { kind: 'lesson', form: 'short', contact, consent, content: told };

  expect(submission.parse(short)).toEqual(short);
  expect(saidOf(submission, { ...short, form: undefined })?.[0]).toEqual([
    'content.title',
    'Enter a title that says what happened',
  ]);
  expect(saidOf(submission, { ...short, content: { ...told, title: 'A title' } })).toHaveLength(1);
});

test('a text that is sent again says by itself of which kind it is', () => {
  const { resubmit } = submitterActions;

  expect(resubmit.safeParse({ answers: [], kind: 'offering', content }).success).toBe(true);
  expect(resubmit.safeParse({ answers: [], content: { happened: 'x', differently: 'y' } }).success).toBe(
    false,
  );
  expect(
    resubmit.safeParse({ answers: [], form: 'short', content: { happened: 'x', differently: 'y' } }).success,
  ).toBe(true);
});
