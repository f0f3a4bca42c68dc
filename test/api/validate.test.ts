/** One body, three ways to send it, one schema; and what arrives that nobody would send in good faith. */
import fc from 'fast-check';
import { Hono } from 'hono';
import { openAPIRouteHandler } from 'hono-openapi';
import { createElement } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { asRefusal, problemResponse, toProblem } from '#api/errors.ts';
import { formValues, redrawn, validate, validateBody } from '#api/validate.ts';
import { submitterActions } from '#schemas/decisions.ts';
import { submission } from '#schemas/submission.ts';
import { LessonForm } from '#site/forms/lesson/LessonForm.tsx';
import type { FormValues } from '#site/forms/names.ts';
import { sentFields } from '#test/site/forms/browser.ts';
import { anySubmission, STEPS, submissionSent } from '#test/site/forms/submissions.ts';

const app = new Hono()
  .onError((error, c) => {
    const refusal = asRefusal(error);
    if (!refusal) throw error;
    return problemResponse(toProblem(refusal), { 'x-form': c.req.header('content-type') ?? '' });
  })
  .post('/submissions', validateBody(submission), (c) => c.json(c.req.valid('json'), 201))
  .post('/resubmit', validateBody(submitterActions.resubmit), (c) => c.json(c.req.valid('json')))
  .post('/confirm', validateBody(submitterActions.confirm), (c) => c.json(c.req.valid('json')))
  .post('/values', async (c) => c.json({ values: await formValues(c), rows: await redrawn(c) }))
  .get('/things/:id', validate('param', z.strictObject({ id: z.string().max(20) })), (c) =>
    c.text(c.req.valid('param').id),
  );

const URLENCODED = { 'content-type': 'application/x-www-form-urlencoded' };

const postJson = (path: string, body: unknown) =>
  app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const postForm = (path: string, fields: Iterable<readonly [string, string]>) =>
  app.request(path, {
    method: 'POST',
    headers: URLENCODED,
    body: new URLSearchParams([...fields].map(([name, value]) => [name, value])).toString(),
  });
const postMultipart = (path: string, fields: Iterable<readonly [string, string]>) => {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  return app.request(path, { method: 'POST', body });
};

const formHtml = (values: FormValues) =>
  renderToString(createElement(LessonForm, { values, issues: [], steps: STEPS }));
const fieldsOf = (values: FormValues) => sentFields(formHtml(values));

const issuesAt = async (response: Response): Promise<string[]> => {
  const { issues = [] } = (await response.json()) as { issues?: { path: string }[] };
  return issues.map(({ path }) => path);
};

describe('the same body as JSON, form and multipart', () => {
  test('any submission, printed into the form and sent by it, arrives as its JSON does', async () => {
    await fc.assert(
      fc.asyncProperty(anySubmission, async (sent) => {
        const expected = submission.parse(sent);
        const fields = fieldsOf(sent);

        const answers = await Promise.all([
          postJson('/submissions', sent),
          postForm('/submissions', fields),
          postMultipart('/submissions', fields),
        ]);

        // A form says which one it is; JSON that does not say so is the whole lesson.
        for (const answer of answers) {
          const { form: _, ...arrived } = (await answer.json()) as FormValues;
          expect(arrived).toEqual(expected);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('an answer to a question that the chosen alternative does not ask is dropped, because the form cannot hide it', async () => {
    const fields = [
      ...fieldsOf(submissionSent),
      ['content.organization.name', 'Example Hospitals'],
      ['content.organization.sizeBand', '250_999'],
    ] as const;

    const answer = await postForm('/submissions', fields);

    expect(await answer.json()).toMatchObject({
      content: { organization: { attribution: 'anonymous', sector: 'health', environments: [] } },
    });
    expect(await (await postForm('/submissions', fields)).text()).not.toContain('250_999');
  });

  test('JSON that says too much is refused, because a program can leave it out', async () => {
    const { content } = submissionSent;
    const organization = { ...content.organization, sizeBand: '250_999' };

    const answer = await postJson('/submissions', {
      ...submissionSent,
      content: { ...content, organization },
    });

    expect(answer.status).toBe(422);
    expect(await issuesAt(answer)).toEqual(['content.organization.sizeBand']);
  });

  test('an empty form names each required field in the words of the schema', async () => {
    const answer = await postForm('/submissions', [['kind', 'lesson']]);

    expect(answer.status).toBe(422);
    const { issues } = (await answer.json()) as { issues: { path: string; message: string }[] };
    expect(
      issues.map(({ message }) => message).filter((message) => /expected|undefined/.test(message)),
    ).toEqual([]);
    expect(issues.map(({ path }) => path)).toEqual([
      'contact.name',
      'contact.email',
      'contact.organization',
      'consent.publish',
      'consent.authority',
      'consent.textVersion',
      'content.title',
      'content.summary',
      'content.outcome',
      'content.organization.attribution',
      'content.period.from',
      'content.situation',
      'content.lessons',
    ]);
  });

  test('an action without fields takes an empty form and an empty object', async () => {
    expect((await postForm('/confirm', [])).status).toBe(200);
    expect((await postJson('/confirm', {})).status).toBe(200);
  });

  test('answers to requests keep their numbers', async () => {
    const { content } = submissionSent;
    const fields = fieldsOf({ content }).filter(([name]) => name.startsWith('content.'));

    const answer = await postForm('/resubmit', [
      ['answers[0].number', '2'],
      ['answers[0].answer', 'Done in the second paragraph'],
      ...fields,
    ]);

    expect(await answer.json()).toMatchObject({
      answers: [{ number: 2, answer: 'Done in the second paragraph' }],
    });
  });
});

describe('the form that is answered again', () => {
  const answered = async (fields: Iterable<readonly [string, string]>) =>
    (await (await postForm('/values', fields)).json()) as { values: FormValues; rows?: FormValues };

  test('blank rows are gone, so that issues point at the rows that are printed', async () => {
    const { values } = await answered([
      ['content.technologies[0]', ' '],
      ['content.technologies[1]', 'Windows'],
      ['content.lessons[0].lesson', ''],
      ['content.lessons[1].lesson', 'Second'],
    ]);

    expect(values).toEqual({ content: { technologies: ['Windows'], lessons: [{ lesson: 'Second' }] } });
  });

  test('“Add another” keeps what was typed and gives one row more', async () => {
    const { rows } = await answered([...fieldsOf(submissionSent), ['add', 'content.lessons']]);

    expect(rows).toMatchObject({ kind: 'lesson', content: { lessons: { length: 2 } } });
    expect(fieldsOf(rows ?? {})).toContainEqual(['content.lessons[1].lesson', '']);
    expect(fieldsOf(rows ?? {})).toContainEqual(['content.title', submissionSent.content.title]);
  });

  test('a step is added to its own lesson, and a row is removed by its place', async () => {
    const lessons = [
      ['content.lessons[0].lesson', 'First'],
      ['content.lessons[1].lesson', 'Second'],
    ] as const;

    const added = await answered([...lessons, ['add', 'content.lessons[1].bearings']]);
    const removed = await answered([...lessons, ['remove', 'content.lessons[0]']]);

    expect(added.rows).toEqual({
      content: { lessons: [{ lesson: 'First' }, { lesson: 'Second', bearings: ['', '', ''] }] },
    });
    expect(removed.rows).toEqual({ content: { lessons: [{ lesson: 'Second' }] } });
  });

  test.each([
    'content',
    'content.title',
    '__proto__',
    'content.lessons[0]',
    'content.lessons[99999].bearings',
    '',
  ])('a button that names no list (%j) changes nothing but what it may', async (add) => {
    const { rows } = await answered([
      ['content.title', 'Kept'],
      ['add', add],
    ]);

    expect(rows).toMatchObject({ content: { title: 'Kept' } });
    expect(JSON.stringify(rows).length).toBeLessThan(2_000);
  });
});

describe('hostile bodies get a clear refusal', () => {
  const deep = (levels: number) => `content${'[a]'.repeat(levels)}`;
  const turnedAround = { ...submissionSent, contact: { ...submissionSent.contact, name: 'A\u202Egpj.exe' } };
  const forms: [string, number, Iterable<readonly [string, string]>][] = [
    ['a name that reaches into the prototype', 400, [['__proto__.admin', '1']]],
    ['the same deeper down', 400, [['content.lessons[0].__proto__.lesson', 'x']]],
    ['the constructor', 400, [['content.constructor.prototype.lesson', 'x']]],
    ['a huge index', 413, [['content.lessons[99999999].lesson', 'x']]],
    ['depth', 413, [[deep(5_000), 'x']]],
    ['50,000 fields', 413, Array.from({ length: 50_000 }, (_, index) => [`f${index}`, 'x'] as const)],
    [
      'the same field a thousand times',
      413,
      Array.from({ length: 1_000 }, () => ['content.title', 'x'] as const),
    ],
    ['null characters', 422, [['content.title', 'Zero\0width']]],
    ['text that is turned around', 422, fieldsOf(turnedAround)],
    ['a list in place of text', 422, [['content.title[0]', 'x']]],
    ['text in place of an object', 422, [['content', 'x']]],
    ['text in place of rows of objects', 422, [['content.lessons', 'x']]],
    ['a key that nobody asked for', 422, [...fieldsOf(submissionSent), ['content.score', '5'] as const]],
    ['another kind', 422, [['kind', 'poem']]],
  ];
  test.each(forms)('form: %s', async (_, status, fields) => {
    for (const post of [postForm, postMultipart])
      expect((await post('/submissions', fields)).status).toBe(status);
  });

  const bodies: [string, number, unknown][] = [
    ['__proto__', 400, '{"__proto__":{"admin":true}}'],
    ['__proto__ deeper down', 400, '{"content":{"lessons":[{"__proto__":{"lesson":"x"}}]}}'],
    ['depth', 413, `${'['.repeat(5_000)}${']'.repeat(5_000)}`],
    [
      '50,000 fields',
      413,
      Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`f${index}`, 1])),
    ],
    ['a list of 50,000', 413, { content: { technologies: Array.from({ length: 50_000 }, () => 'x') } }],
    ['null characters', 422, { ...submissionSent, contact: { ...submissionSent.contact, name: 'A\0' } }],
    ['text turned around', 422, turnedAround],
    [
      'a number in place of text',
      422,
      { ...submissionSent, contact: { ...submissionSent.contact, name: 7 } },
    ],
    [
      'text in place of consent',
      422,
      { ...submissionSent, consent: { ...submissionSent.consent, publish: 'on' } },
    ],
    ['a list in place of the body', 422, []],
    ['null', 422, 'null'],
    ['a key that nobody asked for', 422, { ...submissionSent, score: 5 }],
    ['what is no JSON', 400, '{"kind":'],
    ['nothing', 400, ''],
  ];
  test.each(bodies)('JSON: %s', async (_, status, body) => {
    expect((await postJson('/submissions', body)).status).toBe(status);
  });

  test('no object inherits what was sent', async () => {
    await postJson('/submissions', '{"__proto__":{"polluted":true}}');
    await postForm('/submissions', [['__proto__[polluted]', '1']]);

    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  test('a null character is refused at its field', async () => {
    const answer = await postForm('/submissions', [['content.lessons[0].lesson', 'a\0b']]);

    expect(await answer.json()).toMatchObject({
      status: 422,
      issues: [{ path: 'content.lessons.0.lesson', message: 'Remove the null characters' }],
    });
  });

  test('a null character in an address is refused too, because the database would fail on it', async () => {
    expect((await app.request('/things/a%00b')).status).toBe(422);
    expect((await app.request('/things/ab')).status).toBe(200);
  });

  test.each(['text/plain', 'application/xml', 'text/json', undefined])('415 for %s', async (type) => {
    const answer = await app.request('/submissions', {
      method: 'POST',
      headers: type ? { 'content-type': type } : {},
      body: new TextEncoder().encode(JSON.stringify(submissionSent)),
    });

    expect(answer.status).toBe(415);
    expect(await answer.json()).toMatchObject({ detail: 'Send JSON (application/json) or a form.' });
  });

  test('a multipart body that is cut off is refused, not a fault of ours', async () => {
    const answer = await app.request('/submissions', {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      body: '--x\r\nContent-Disposition: form-data; name="kind"\r\n\r\nles',
    });

    expect(answer.status).toBe(400);
  });
});

test('the description of the API knows the body of a route', async () => {
  const described = new Hono().route('/', app);
  described.get('/openapi.json', openAPIRouteHandler(described, {}));

  const spec = (await (await described.request('/openapi.json')).json()) as {
    paths: Record<string, { post?: { requestBody?: unknown } }>;
    components: { schemas: Record<string, unknown> };
  };

  expect(spec.paths['/submissions']?.post?.requestBody).toMatchObject({
    content: { 'application/json': {} },
  });
  expect(Object.keys(spec.components.schemas)).toEqual(
    expect.arrayContaining(['Submission', 'LessonContent', 'Lesson']),
  );
});
