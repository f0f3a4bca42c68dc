/** The pages that the API prints: valid HTML without scripts, only the actions there are, and words as text. */
import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { formPage } from '#api/pages/form-page.tsx';
import { sentPage } from '#api/pages/sent-page.tsx';
import { type ApiPage, renderInShell } from '#api/pages/shell.tsx';
import { signOffPage } from '#api/pages/sign-off-page.tsx';
import { statusPage } from '#api/pages/status-page.tsx';
import { toPublic } from '#api/review/to-public.ts';
import { submitterActions } from '#schemas/decisions.ts';
import type { Status } from '#schemas/status.ts';
import { lessonContent, submission } from '#schemas/submission.ts';
import { CONTENT_MARK, TITLE_MARK } from '#site/shell.ts';
import { sentFields } from '#test/site/forms/browser.ts';
import { STEPS, submissionSent } from '#test/site/forms/submissions.ts';
import { CHOICES, offeringContentSent, offeringSent } from '#test/support/offering.ts';

const SHELL = `<!DOCTYPE html><html lang="en"><head><title>${TITLE_MARK} · Patch Commons</title><meta http-equiv="content-security-policy" content="script-src 'self'"></head><body><main><h1>${TITLE_MARK}</h1>${CONTENT_MARK}</main></body></html>`;
const print = (page: ApiPage) => renderInShell(SHELL, page);

const rules = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    'no-inline-style': 'error',
    'no-implicit-button-type': 'error',
    // Preact writes `<input/>`, which is correct HTML.
    'void-style': 'off',
  },
});
async function faults(html: string): Promise<string[]> {
  const { results } = await rules.validateString(html);
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`));
}

const content = lessonContent.parse(submissionSent.content);
const sent = submission.parse(submissionSent);
const receipt = {
  reference: 'PC-7F3K-29QX',
  receivedAt: '2026-11-22T10:00:00.000Z',
  digest: 'd'.repeat(64),
  key: 'e'.repeat(64),
  signature: 'sig',
};
const statusOf = (changes: Partial<Status> = {}): Status => ({
  id: '0d7e9d3c-29a3-4c4d-9f3e-3b8f5f1f2a11',
  reference: 'PC-7F3K-29QX',
  kind: 'lesson',
  state: 'in_review',
  since: '2026-11-20T10:00:00.000Z',
  revision: 1,
  next: 'reviewers',
  happens: 'Two reviewers read it and say whether to publish it.',
  expectedBy: '2026-12-11',
  live: 'none',
  requests: [],
  remarks: [],
  revisions: [{ number: 1, by: 'you', on: '2026-11-20', content }],
  letters: [{ matter: 'We received it', on: '2026-11-20' }],
  actions: [],
  labRuns: [],
  contact: { erased: false, neededBecause: 'We write to you about it.' },
  evidence: [],
  content,
  receipt,
  ...changes,
});
const status = (changes?: Partial<Status>) =>
  print(statusPage({ status: statusOf(changes), steps: STEPS, choices: CHOICES }));
const actionsIn = (html: string) =>
  [...html.matchAll(/action="\/api\/submissions\/[^"/]+\/(?!evidence")([a-z_]+)"/g)].map(([, name]) => name);

describe('the shell', () => {
  test('a title is escaped, and content that holds a mark stays text', () => {
    const html = print({
      title: '<b>&',
      content: formPage({ content: { title: CONTENT_MARK } }, [], { steps: STEPS, choices: CHOICES }).content,
    });

    expect(html).toContain('<h1>&lt;b&gt;&amp;</h1>');
    expect(html).toContain(`value="${CONTENT_MARK}"`);
  });

  test('no page has a script, a style or a handler, because the policy of the site forbids them', () => {
    const pages = [
      print(
        formPage(submissionSent, [{ path: 'content.title', message: 'Enter a title' }], {
          steps: STEPS,
          choices: CHOICES,
        }),
      ),
      status({ actions: Object.keys(submitterActions).map((action) => ({ action })) as Status['actions'] }),
      print(sentPage({ receipt, nonce: 'nonce', submission: sent })),
    ];

    for (const html of pages) expect(html).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=/i);
  });
});

describe('the form answered again', () => {
  test('it is valid, empty or with errors', async () => {
    const issues = [
      { path: 'content.title', message: 'Enter a title' },
      { path: 'content.lessons', message: 'Give at least one lesson' },
    ];

    expect(await faults(print(formPage({}, [], { steps: STEPS, choices: CHOICES })))).toEqual([]);
    expect(await faults(print(formPage(submissionSent, issues, { steps: STEPS, choices: CHOICES })))).toEqual(
      [],
    );
  });

  test('it begins with what is wrong and keeps what was typed', () => {
    const html = print(
      formPage(submissionSent, [{ path: 'content.summary', message: 'Sum it up' }], {
        steps: STEPS,
        choices: CHOICES,
      }),
    );

    expect(html).toContain('There is a problem');
    expect(html).toContain('<a href="#content-summary">Sum it up</a>');
    expect(sentFields(html)).toContainEqual(['content.title', submissionSent.content.title]);
    expect(sentFields(html)).toContainEqual(['contact.email', 'writer@example.org']);
  });
});

describe('the status page', () => {
  test('offers to erase the contact once it is not needed, says what that means, and says when it is gone', async () => {
    expect(status()).toContain('We write to you about it.');
    const offered = status({ contact: { erased: false } });
    expect(actionsIn(offered)).toEqual(['erase_contact']);
    expect(offered).toContain('You get no letters any more');
    expect(await faults(offered)).toEqual([]);
    expect(status({ contact: { erased: true } })).toContain('were erased');
  });

  test('it says where it stands, who acts next and by when', async () => {
    const html = status();

    for (const words of ['In review', 'Two reviewers read it', 'The reviewers', '11 December 2026'])
      expect(html).toContain(words);
    expect(await faults(html)).toEqual([]);
  });

  test.each(
    Object.keys(submitterActions).filter(
      (action) => action !== 'sign' && action !== 'dispute',
    ) as (keyof typeof submitterActions)[],
  )('%s has a form if it can be done now, and only then', async (action) => {
    const html = status({ actions: [{ action }] });

    expect(actionsIn(html)).toEqual([action]);
    expect(await faults(html)).toEqual([]);
    expect(actionsIn(status())).toEqual([]);
    expect(actionsIn(status({ actions: [{ action, blockedBy: 'Not yet.' }] }))).toEqual([]);
    expect(status({ actions: [{ action, blockedBy: 'Not yet.' }] })).toContain('Not yet.');
  });

  test('two actions that ask for the same name do not share a field', async () => {
    expect(await faults(status({ actions: [{ action: 'correct' }, { action: 'retire' }] }))).toEqual([]);
  });

  test('sending it again asks the open requests and holds the whole lesson', () => {
    const html = status({
      state: 'changes_requested',
      requests: [
        { number: 1, request: 'Name the version', answer: 'Done' },
        { number: 2, request: 'Say how long it took' },
      ],
      actions: [{ action: 'resubmit' }],
    });

    const fields = sentFields(html);
    expect(fields).toContainEqual(['answers[0].number', '2']);
    expect(fields.filter(([name]) => name.startsWith('answers'))).toHaveLength(2);
    expect(fields).toContainEqual(['content.lessons[0].lesson', content.lessons[0]?.lesson]);
    expect(fields.map(([name]) => name)).not.toContain('contact.email');
  });

  test('a refused form shows its own errors and values, and leaves the others alone', async () => {
    const html = print(
      statusPage({
        status: statusOf({ actions: [{ action: 'correct' }, { action: 'retire' }] }),
        steps: STEPS,
        choices: CHOICES,
        returned: {
          action: 'retire',
          values: { reason: 'Typed <here>' },
          issues: [{ path: 'reason', message: 'Use a single line' }],
        },
      }),
    );

    expect(html).toContain('<a href="#retire-reason">Use a single line</a>');
    expect(sentFields(html)).toEqual(
      expect.arrayContaining([
        ['reason', ''],
        ['reason', 'Typed <here>'],
      ]),
    );
    expect(html).toContain('<details open>');
    expect(await faults(html)).toEqual([]);
  });

  test('a decline is given with its reason and the way back, as text', () => {
    const html = status({
      state: 'declined',
      decline: { code: 'promotional', message: '<b>It</b> sells', repair: 'Say what failed' },
    });

    expect(html).toContain('It reads as promotion');
    expect(html).toContain('&lt;b>It&lt;/b> sells');
    expect(html).toContain('Say what failed');
  });
});

describe('the text to sign', () => {
  const record = { ...toPublic(content), summary: 'The first ring failed, and the second never started.' };
  const signOff = {
    slug: 'a-canary-group',
    contentHash: 'a'.repeat(64),
    record,
    sent: toPublic(content),
    notes: [],
  };
  const html = print(signOffPage({ id: statusOf().id, signOff, steps: STEPS, choices: CHOICES }));

  test('it holds the public text, its hash, and both answers', async () => {
    expect(html).toContain(record.title);
    expect(sentFields(html)).toEqual([
      ['contentHash', 'a'.repeat(64)],
      ['comment', ''],
    ]);
    expect(actionsIn(html)).toEqual(['sign', 'dispute']);
    expect(await faults(html)).toEqual([]);
  });

  test('it marks each word that changed, and nothing else', () => {
    expect(html).toMatch(/<del><span class="usa-sr-only"> removed: <\/span>[^<]*at once/);
    expect(html).not.toMatch(/<dt>Title<\/dt>/);
    const same = print(
      signOffPage({ id: 'x', signOff: { ...signOff, sent: record }, steps: STEPS, choices: CHOICES }),
    );
    expect(same).toContain('Nothing: it stands as you sent it.');
  });

  test('it says that copies remain after a retirement', () => {
    expect(html).toContain('copies that others made, and the history of the published files, remain');
  });
});

test('the receipt is shown with its nonce, and the page is valid', async () => {
  const html = print(sentPage({ receipt, nonce: 'n0nce', submission: sent }));

  for (const value of ['PC-7F3K-29QX', 'n0nce', receipt.digest, receipt.signature, 'Check your mail'])
    expect(html).toContain(value);
  expect(await faults(html)).toEqual([]);
});

describe('an offering', () => {
  const record = toPublic(offeringContentSent);
  const known = { steps: STEPS, choices: CHOICES };

  test('its form comes back with its values and its errors, as valid HTML', async () => {
    const issues = [{ path: 'content.claims.0.claim', message: 'Say what you claim' }];
    const html = print(formPage(offeringSent, issues, known));

    expect(html).toContain('<title>Send an offering');
    expect(html).toContain('href="#content-claims-0-claim"');
    expect(html).toContain('value="Sample Lathe"');
    expect(await faults(html)).toEqual([]);
  });

  test('its text to sign says that being listed is no endorsement, and marks what changed', async () => {
    const signOff = {
      slug: 'sample-lathe',
      contentHash: 'b'.repeat(64),
      record: { ...record, limits: 'It reaches no controller.' },
      sent: record,
      notes: [{ revision: 2, note: 'Shorter, and without the name.', on: '2026-11-21' }],
    };
    const html = print(signOffPage({ id: statusOf().id, signOff, ...known }));

    expect(html).toContain('Being listed is no endorsement');
    expect(html).toMatch(/<dt>What it does not do<\/dt>/);
    expect(html).not.toMatch(/<dt>Claims<\/dt>/);
    expect(await faults(html)).toEqual([]);
  });

  test('it is sent again as an offering, with every field', async () => {
    const actions: Status['actions'] = [{ action: 'resubmit' }];
    const changes = { kind: 'offering' as const, content: offeringContentSent, actions };
    const html = status({ ...changes, state: 'changes_requested' });

    const names = sentFields(html).map(([name]) => name);
    expect(names).toContain('content.instructions[1].rollback');
    expect(sentFields(html)).toContainEqual(['kind', 'offering']);
    expect(await faults(html)).toEqual([]);
  });
});

test('a short lesson is sent again as one', () => {
  const actions: Status['actions'] = [{ action: 'resubmit' }];
  const told = { happened: 'The kiosks froze.', differently: 'One kiosk first.' };
  const html = status({ content: told, actions, state: 'changes_requested' });

  expect(sentFields(html)).toContainEqual(['form', 'short']);
  expect(sentFields(html)).toContainEqual(['content.happened', 'The kiosks froze.']);
  expect(html).not.toContain('name="content.title"');
});
