/** What people send who mean no good: each gets a clear refusal, nothing is stored in part, and nothing runs. */
import { describe, expect } from 'vitest';
import { contacts, letters, revisions, submissions } from '#api/db/tables.ts';
import { openCommons } from '#test/support/commons.ts';
import { test as withDatabase } from '#test/support/database.ts';
import { lesson } from '#test/support/story.ts';

const test = withDatabase.extend('commons', async ({ db, jobs }, { onCleanup }) => {
  const commons = await openCommons(db, jobs);
  onCleanup(commons.close);
  return commons;
});

const withContent = (change: Record<string, unknown>) => ({
  ...lesson,
  content: { ...lesson.content, ...change },
});

/** What is sent, the field that is named, and what the refusal says of it. */
const REFUSED: [name: string, body: unknown, path: string, message: RegExp][] = [
  [
    'a script in the title',
    withContent({ title: 'Hi <script>alert(1)</script>' }),
    'content.title',
    /remove the HTML tags/,
  ],
  [
    'a script in Markdown',
    withContent({ situation: '<script>alert(1)</script>' }),
    'content.situation',
    /between backticks/,
  ],
  [
    'an image that calls',
    withContent({ situation: '<img src=x onerror=alert(1)>' }),
    'content.situation',
    /between backticks/,
  ],
  [
    'an MDX expression',
    withContent({ situation: '{process.exit(1)}' }),
    'content.situation',
    /between backticks/,
  ],
  [
    'a javascript: link',
    withContent({ situation: '[look](javascript:alert(1))' }),
    'content.situation',
    /Links must begin/,
  ],
  [
    'a data: link by reference',
    withContent({ situation: '[look][1]\n\n[1]: data:text/html;base64,AAAA' }),
    'content.situation',
    /Links must begin/,
  ],
  [
    'a javascript: source',
    withContent({
      sources: [{ title: 'T', publisher: 'P', url: 'javascript:alert(1)', standing: 'primary' }],
    }),
    'content.sources.0.url',
    /https:/,
  ],
  [
    'a right-to-left override',
    withContent({ title: 'patch\u202Egpj.exe' }),
    'content.title',
    /hidden control characters/,
  ],
  ['a null byte', withContent({ summary: 'a\u0000b' }), 'content.summary', /null|hidden/],
  ['a wrong type', withContent({ lessons: 'none' }), 'content.lessons', /lesson/],
  ['a number for text', withContent({ title: 7 }), 'content.title', /title/],
  ['an unknown key', { ...lesson, isAdmin: true }, 'isAdmin', /Remove|known|here/],
  [
    'an unknown key deep down',
    withContent({ organization: { ...lesson.content.organization, secret: 1 } }),
    'content.organization.secret',
    /Remove|known|here/,
  ],
  [
    'an unknown step',
    withContent({
      lessons: [
        {
          lesson: 'L',
          recommendation: 'R',
          bearings: [{ step: 'no/such', use: 'followed', effect: 'helped' }],
        },
      ],
    }),
    'content.lessons.0.bearings.0.step',
    /no step/,
  ],
  ['no consent', { ...lesson, consent: { ...lesson.consent, publish: false } }, 'consent.publish', /agree/],
  [
    'a date that is none',
    withContent({ timeline: [{ milestone: 'disclosed', date: '2021-02-30' }] }),
    'content.timeline.0.date',
    /calendar/,
  ],
  ['too much text', withContent({ situation: 'x'.repeat(8_001) }), 'content.situation', /8,000 characters/],
];

describe('refused with the field and what to do', () => {
  for (const [name, body, path, message] of REFUSED)
    test(name, async ({ commons, db }) => {
      const { status, headers, body: problem } = await commons.visitor().post('/api/submissions', body);

      expect(status).toBe(422);
      expect(headers.get('content-type')).toBe('application/problem+json');
      expect(problem.issues.map((issue: { path: string }) => issue.path)).toContain(path);
      expect(problem.issues.map((issue: { message: string }) => issue.message).join(' ')).toMatch(message);
      expect(
        await Promise.all([
          db.$count(submissions),
          db.$count(contacts),
          db.$count(revisions),
          db.$count(letters),
        ]),
      ).toEqual([0, 0, 0, 0]);
    });
});

describe('refused before anything is looked at', () => {
  const sent = JSON.stringify(lesson);
  const cases: [string, Record<string, string>, string, number][] = [
    [
      'a body of ten megabytes',
      { 'content-type': 'application/json' },
      `{"kind":"${'x'.repeat(10 * 1024 * 1024)}"}`,
      413,
    ],
    ['JSON that is none', { 'content-type': 'application/json' }, '{"kind":', 400],
    ['YAML', { 'content-type': 'application/yaml' }, 'kind: !!js/function "x"', 415],
    [
      'XML',
      { 'content-type': 'text/xml' },
      '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
      415,
    ],
    [
      'a prototype',
      { 'content-type': 'application/json' },
      sent.replace('{', '{"__proto__":{"isAdmin":true},'),
      400,
    ],
    [
      'a form from another site',
      { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://evil.example' },
      'kind=lesson',
      403,
    ],
    [
      'a form of another site that hides where it comes from',
      { 'content-type': 'application/x-www-form-urlencoded', origin: 'null' },
      'kind=lesson',
      403,
    ],
  ];
  for (const [name, headers, body, status] of cases)
    test(name, async ({ commons, db }) => {
      const answer = await commons.visitor().call('POST', '/api/submissions', { headers, body });

      expect(answer.status).toBe(status);
      expect(await db.$count(submissions)).toBe(0);
    });

  test('the prototype of objects is as it was', async ({ commons }) => {
    await commons.visitor().call('POST', '/api/submissions', {
      headers: { 'content-type': 'application/json' },
      body: '{"__proto__":{"isAdmin":true}}',
    });

    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
  });
});

describe('taken as words', () => {
  const tricks = [
    '!!js/function "x"',
    '&anchor *alias',
    '--- end ---',
    'yes',
    '1e3',
    '=cmd|calc',
    '%{7*7}',
    '$(id)',
  ];

  test('YAML tricks and formulas come back letter by letter', async ({ commons }) => {
    const visitor = commons.visitor();
    const { body } = await visitor.post('/api/submissions', withContent({ technologies: tricks }));
    const status = await visitor.get(`/api/submissions/${body.id}`, {
      authorization: `Bearer ${body.token}`,
    });

    expect(status.body.content.technologies).toEqual(tricks);
  });

  test('what looks like code may stand between backticks', async ({ commons }) => {
    const situation = 'They sent `$' + '{jndi:ldap://evil}` and `<script>`.';
    const { status } = await commons.visitor().post('/api/submissions', withContent({ situation }));

    expect(status).toBe(201);
  });
});

test('a form that is refused comes back as it was typed, and prints hostile words as text', async ({
  commons,
}) => {
  const answer = await commons.visitor().form('/api/submissions', {
    kind: 'lesson',
    'content.title': '"><script>alert(1)</script>',
    'content.lessons[0].lesson': 'kept',
  });

  expect(answer.status).toBe(422);
  expect(answer.headers.get('content-type')).toContain('text/html');
  expect(answer.text).toContain('There is a problem');
  expect(answer.text).toContain('value="&quot;>&lt;script>alert(1)&lt;/script>"');
  expect(answer.text).not.toContain('<script>alert');
});

test('wrong, unknown and malformed codes get one answer', async ({ commons }) => {
  const visitor = commons.visitor();
  const codes = [
    'abacus-abdomen-abide-able-abnormal-abrasion-abrasive-abreast',
    'x',
    '../../etc/passwd',
    "' or 1=1 --",
    'ä ö ü',
  ];

  const answers = await Promise.all(codes.map((code) => visitor.post('/api/open', { code })));

  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]));
  expect(answers[0]?.body.detail).toMatch(/fresh link/);
});

test('asking for a fresh link says the same for known and unknown addresses', async ({ commons }) => {
  const visitor = commons.visitor();
  await visitor.post('/api/submissions', lesson);

  const known = await visitor.post('/api/links', { email: lesson.contact.email });
  const unknown = await visitor.post('/api/links', { email: 'nobody@nowhere.example' });
  await commons.deliver();

  expect([known.status, known.text]).toEqual([unknown.status, unknown.text]);
  expect(commons.mailbox.to(lesson.contact.email)).toHaveLength(2);
  expect(commons.mailbox.to('nobody@nowhere.example')).toEqual([]);
});
