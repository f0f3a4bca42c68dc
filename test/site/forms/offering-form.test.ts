/** The offering form and the short lesson form against their schemas, and what a press of “Send it” makes of them. */
import { createElement } from 'preact';
import { renderToString } from 'preact-render-to-string';
import qs from 'qs';
import { describe, expect, test } from 'vitest';
import type { Issue } from '#schemas/problem.ts';
import { submission } from '#schemas/submission.ts';
import { checkForm } from '#site/forms/check.ts';
import { LessonForm } from '#site/forms/lesson/LessonForm.tsx';
import { type FormValues, idOf, nameOfPath } from '#site/forms/names.ts';
import { OfferingForm } from '#site/forms/offering/OfferingForm.tsx';
import { OFFERING_SECTIONS } from '#site/forms/offering/sections.tsx';
import { rowsRule } from '#site/forms/rows.ts';
import { CHOICES, offeringSent } from '#test/support/offering.ts';
import { controls, sentFields } from './browser.ts';
import { placesOf } from './places.ts';
import { STEPS, submissionSent } from './submissions.ts';

const [LESSONS, OFFERING] = submission.options;
const SHORT = LESSONS.options[1];

type Render = (values: FormValues, issues?: readonly Issue[]) => string;
const offeringForm: Render = (values, issues = []) =>
  renderToString(createElement(OfferingForm, { values, issues, choices: CHOICES }));
const shortForm: Render = (values, issues = []) =>
  renderToString(
    createElement(LessonForm, {
      values: { ...values, form: 'short' },
      issues,
      steps: STEPS,
    }),
  );

/** Boxes and hidden fields send these by themselves. */
const UNASKED = new Set(['content.scenarios.0', 'kind', 'form', 'consent.textVersion']);

/** What the API makes of a form as a browser without scripts sends it. */
const decoded = (html: string): FormValues => {
  const fields = new URLSearchParams(sentFields(html));
  return qs.parse(fields.toString(), { allowDots: true, depth: 10, arrayLimit: 100 }) as FormValues;
};

describe.each([
  { name: 'the offering form', schema: OFFERING, render: offeringForm },
  { name: 'the short lesson form', schema: SHORT, render: shortForm },
])('$name', ({ schema, render }) => {
  const places = placesOf(schema, 'input').filter(({ path }) => path !== 'content.scenarios.0');

  test('has a place for whatever the schema can say, and the summary links to it', () => {
    for (const { path } of places) {
      const html = render({}, [{ path, message: 'Do this about it' }]);
      const id = idOf(nameOfPath(path));
      expect(html, path).toContain(`<a href="#${id}">Do this about it</a>`);
      expect([...html.matchAll(new RegExp(` id="${id}"`, 'g'))], path).toHaveLength(1);
      expect(html, path).toContain(`id="${id}-message"`);
    }
  });

  test('is worked through from the top', () => {
    const asked = places.filter(({ path }) => !UNASKED.has(path));
    const html = render(
      {},
      asked.map(({ path }) => ({ path, message: 'Do this' })),
    );

    const linked = [...html.matchAll(/<a href="#([^"]+)">Do this/g)].map(([, id = '']) => id);
    const standing = linked.map((id) => html.indexOf(` id="${id}"`));
    expect(linked).toHaveLength(asked.length);
    expect(standing).toEqual(standing.toSorted((one, other) => one - other));
  });

  test('asks for nothing that the schema does not know', () => {
    const known = new Set(places.map(({ path }) => path));
    const unknown = controls(render({}))
      .map(({ name }) => name.replace(/\[\]$/, '').replace(/\[\d+\]/g, '.0'))
      .filter((path) => !known.has(path));

    expect(unknown).toEqual([]);
  });

  test('prints the limits of the schema', () => {
    const html = render({});
    for (const { path, schema: place } of placesOf(schema, 'output')) {
      const printed = new RegExp(`id="${idOf(nameOfPath(path))}-count">Up to ([\\d,]+)`).exec(html)?.[1];
      if (printed) expect(Number(printed.replaceAll(',', '')), path).toBe(place.maxLength);
      const rule = place.items && rowsRule(nameOfPath(path));
      if (rule) expect(rule.max, path).toBe(place.maxItems);
    }
  });
});

describe('what is sent is what was typed', () => {
  const asTyped = (sent: object): FormValues => JSON.parse(JSON.stringify(sent));

  test('of an offering', () => {
    const html = offeringForm({ ...asTyped(offeringSent), consent: { publish: 'on', authority: 'on' } });

    const checked = checkForm(submission, decoded(html));

    expect(checked).toEqual({ ok: true, data: submission.parse(offeringSent) });
  });

  test('of a short lesson', () => {
    const { contact, consent } = submissionSent;
    const content = { happened: 'The kiosks froze.', differently: 'One kiosk in the first ring.' };
    const html = shortForm({ contact, consent: { ...consent, publish: 'on', authority: 'on' }, content });

    const checked = checkForm(submission, decoded(html));

    expect(checked).toEqual({
      ok: true,
      data: { kind: 'lesson', form: 'short', contact, consent, content },
    });
  });
});

test('an empty offering is asked for each answer once, in words that say what to do', () => {
  const checked = checkForm(submission, { kind: 'offering' });

  const issues = checked.ok ? [] : checked.issues;
  expect(new Set(issues.map(({ path }) => path)).size).toBe(issues.length);
  expect(issues.filter(({ message }) => /invalid|expected|received/i.test(message))).toEqual([]);
  expect(issues.length).toBeGreaterThan(20);
});

test('the sections own every field once, so that each can become a page', () => {
  const owned = OFFERING_SECTIONS.flatMap(({ names }) => names);
  const owners = (path: string) =>
    owned.filter((name) => path === name || path.startsWith(`${name}.`)).length;

  const places = placesOf(OFFERING, 'input').filter(({ path }) => path !== 'kind');
  expect(places.filter(({ path }) => owners(path) !== 1)).toEqual([]);
});

test('an answer to a question of another form of lesson is left out, wherever the union nests it', () => {
  const { contact, consent } = submissionSent;
  const content = { ...submissionSent.content };
  const organization = {
    attribution: 'anonymous',
    sector: 'health',
    name: 'Typed before it became anonymous',
  };

  const checked = checkForm(submission, {
    kind: 'lesson',
    contact,
    consent: { ...consent, publish: 'on', authority: 'on' },
    content: { ...content, organization },
  });

  expect(checked).toMatchObject({ ok: true });
  expect(JSON.stringify(checked)).not.toContain('Typed before');
});
