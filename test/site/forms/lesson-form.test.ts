/** The lesson form against its schema: nothing can be wrong that the form cannot show, and nothing typed becomes markup. */
import fc from 'fast-check';
import { createElement } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import type { Issue } from '#schemas/problem.ts';
import { submission } from '#schemas/submission.ts';
import { LessonForm } from '#site/forms/lesson/LessonForm.tsx';
import { type FormValues, idOf, nameOfPath } from '#site/forms/names.ts';
import { rowsRule } from '#site/forms/rows.ts';
import { controls } from './browser.ts';
import { placesOf } from './places.ts';
import { STEPS, submissionSent } from './submissions.ts';

const render = (values: FormValues, issues: readonly Issue[] = []) =>
  renderToString(createElement(LessonForm, { values, issues, steps: STEPS }));

const [FULL_FORM] = submission.options[0].options;

// The boxes themselves offer every value of this list, so only a program can send another one.
const OF_BOXES = 'content.organization.environments.0';
const places = placesOf(FULL_FORM, 'input').filter(({ path }) => path !== OF_BOXES);

describe('whatever the schema can say', () => {
  test('the walk reaches rows inside rows', () => {
    expect(places.map(({ path }) => path)).toContain('content.lessons.0.bearings.0.step');
    expect(places.length).toBeGreaterThan(50);
  });

  test.each(places.map(({ path }) => path))(
    '%s has a place that the summary links to, with the message',
    (path) => {
      const html = render({}, [{ path, message: 'Do this about it' }]);

      const id = idOf(nameOfPath(path));
      expect(html).toContain(`<a href="#${id}">Do this about it</a>`);
      expect([...html.matchAll(new RegExp(` id="${id}"`, 'g'))]).toHaveLength(1);
      expect(html).toContain(`id="${id}-message"`);
    },
  );

  test('the summary follows the form, because people work through it from the top', () => {
    const asked = places.filter(
      ({ path }) => !['kind', 'form'].includes(path) && path !== 'consent.textVersion',
    );
    const html = render(
      {},
      asked.map(({ path }) => ({ path, message: 'Do this' })),
    );

    const linked = [...html.matchAll(/<a href="#([^"]+)">Do this/g)].map(([, id = '']) => id);
    const standing = linked.map((id) => html.indexOf(` id="${id}"`));
    expect(linked).toHaveLength(asked.length);
    expect(standing).toEqual(standing.toSorted((one, other) => one - other));
  });

  test('every control has the name of a place, or is a box of a list', () => {
    const known = new Set(places.map(({ path }) => path));
    const unknown = controls(render({}))
      .map(({ name }) => name.replace(/\[\]$/, '').replace(/\[\d+\]/g, '.0'))
      .filter((path) => !known.has(path));

    expect(unknown).toEqual([]);
  });

  test('what the schema demands of every lesson is marked as required', () => {
    const html = render({});
    const unmarked = places
      .filter(({ required, schema, path }) => required && !schema.items && !HIDDEN.has(path))
      .map(({ path }) => idOf(nameOfPath(path)))
      .filter((id) => !isMarked(html, id));

    expect(isMarked(html, 'content-actions')).toBe(false);
    expect(unmarked).toEqual([]);
  });

  test('limits that are printed are those of the schema', () => {
    const html = render({});
    const wrong = placesOf(FULL_FORM, 'output')
      .map(({ path, schema }) => ({ path, printed: printedLimit(html, path), maxLength: schema.maxLength }))
      .filter(({ printed, maxLength }) => printed !== undefined && printed !== maxLength);
    const lists = placesOf(FULL_FORM, 'output')
      .filter(({ path, schema }) => schema.items && rowsRule(nameOfPath(path)))
      .filter(({ path, schema }) => rowsRule(nameOfPath(path))?.max !== schema.maxItems);

    expect(wrong).toEqual([]);
    expect(lists).toEqual([]);
    expect(printedLimit(html, 'content.situation')).toBe(8_000);
  });
});

// Alternatives ask for these only if they are chosen, and the form sends the last two by itself.
const HIDDEN = new Set([
  'content.organization.name',
  'content.organization.description',
  'content.organization.sizeBand',
  'kind',
  'form',
  'consent.textVersion',
]);

/** The label of a control or the legend of a group ends in the mark. */
const isMarked = (html: string, id: string) =>
  new RegExp(`(for="${id}"|id="${id}"[^>]*><legend[^>]*)>(?:(?!</label>|</legend>).)*title="required"`).test(
    html,
  );

function printedLimit(html: string, path: string): number | undefined {
  const id = idOf(nameOfPath(path));
  const digits = new RegExp(`id="${id}-count">Up to ([\\d,]+) characters`).exec(html)?.[1];
  return digits === undefined ? undefined : Number(digits.replaceAll(',', ''));
}

/** Markup without attribute values and without text. */
const skeleton = (html: string) => html.replace(/"[^"]*"/g, '""').replace(/>[^<]*</g, '><');

const filledWith = (text: unknown): FormValues => {
  const fill = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(fill);
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fill(inner)]));
    return text;
  };
  return fill({ ...submissionSent, content: { ...submissionSent.content, ...EVERY_LIST } }) as FormValues;
};
const EVERY_LIST = {
  timeline: [{ milestone: '', date: '', note: '' }],
  vulnerabilities: [''],
  technologies: [''],
  postPatchActions: [''],
  measures: [{ label: '', value: '', unit: '', source: '', asOf: '' }],
  sources: [{ title: '', publisher: '', url: '', date: '', archived: { url: '', date: '' } }],
};

describe('what was typed is printed as text', () => {
  const HOSTILE = [
    '"><script>alert(1)</script>',
    '</textarea><img src=x onerror=alert(1)>',
    "' autofocus onfocus='alert(1)",
    '</option></select><script>',
    '<!--',
    '&lt;script&gt;',
    'javascript:alert(1)',
    '%shell-content%',
    '$&$`',
  ];
  test.each(HOSTILE)('%s in every field leaves the markup as it is', (text) => {
    expect(skeleton(render(filledWith(text)))).toBe(skeleton(render(filledWith('harmless'))));
  });

  test('any text in every field leaves the markup as it is', () => {
    const harmless = skeleton(render(filledWith('harmless')));
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(skeleton(render(filledWith(`~${text}`)))).toBe(harmless);
      }),
      { numRuns: 40 },
    );
  });

  test('text is printed whole, because the person will send it again', () => {
    const title = controls(render(filledWith('a <b> & "c"'))).find(({ name }) => name === 'content.title');

    expect(title?.value).toBe('a <b> & "c"');
  });

  test('values of another type are left out, and nothing fails', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const html = render(filledWith(value));
        expect(html).not.toContain('[object Object]');
      }),
      { numRuns: 40 },
    );
    for (const content of ['text', 7, null, [], { lessons: 'x', organization: [], release: 'y' }])
      expect(render({ content })).toContain('name="content.title"');
  });

  test('messages are text as well', () => {
    expect(render({}, [{ path: 'content.title', message: '<b>x</b>' }])).not.toContain('<b>');
  });
});
