/** What a submitter sees of changes, their own and those of the desk: before a text is sent again, and on its status page. */
import { expect } from 'vitest';
import { lesson } from '#test/support/story.ts';
import { testWithStory } from '#test/support/story-test.ts';

const told = {
  kind: 'lesson',
  form: 'short',
  contact: lesson.contact,
  consent: lesson.consent,
  content: { happened: 'The kiosks froze after an update.', differently: 'One kiosk of each hall first.' },
} as const;

const test = testWithStory({ sent: told });

test('looked over, a form shows what it changes and sends nothing; sent, the status page shows it', async ({
  story,
}) => {
  await story.toReview();
  await story.decide(story.first, 'request_changes', { requests: ['How many kiosks?'] });
  const address = `/api/submissions/${story.id}/resubmit`;
  const fields = {
    kind: 'lesson',
    form: 'short',
    'answers[0].number': '1',
    'answers[0].answer': 'Sixty.',
    'content.happened': 'Sixty kiosks froze after an update.',
    'content.differently': told.content.differently,
  };
  const asPage = { accept: 'text/html' };

  const looked = await story.submitter.form(address, { ...fields, look: 'changes' }, asPage);
  expect(looked.status).toBe(200);
  const [, shown = ''] = /<section id="changes"(.*?)<\/section>/s.exec(looked.text) ?? [];
  expect(shown).toMatch(/<ins>.*Sixty/s);
  expect(shown).not.toContain('One kiosk of each hall');
  expect(looked.text).toMatch(/name="content.happened"[^>]*>Sixty kiosks froze/);
  expect(await story.state()).toBe('changes_requested');

  const unanswered = await story.submitter.form(
    address,
    { ...fields, 'answers[0].answer': '', look: 'changes' },
    asPage,
  );
  expect(unanswered.text).toContain('id="changes"');
  expect(unanswered.text).not.toContain('There is a problem');

  const empty = await story.submitter.form(
    address,
    { ...fields, 'content.happened': '', look: 'changes' },
    asPage,
  );
  expect(empty.text).not.toContain('id="changes"');
  expect(empty.text).toContain('There is a problem');
  expect(empty.text).toMatch(/before this can be taken. <a href="#problems">/);

  const refused = await story.submitter.form(address, { ...fields, 'answers[0].answer': '' }, asPage);
  expect(refused.text).toContain('Request 1: Answer this request</a>');

  expect((await story.submitter.form(address, fields, asPage)).status).toBe(303);
  const page = (await story.submitter.get('/status/')).text;
  expect(page).toMatch(/What it changed.*?in revision 2.*?<ins>.*?Sixty/s);
  expect(page).not.toContain('in revision 1<');
});

test('what the desk changed is shown too', async ({ story }) => {
  await story.toReview();
  const content = { ...lesson.content, timeline: [], measures: [] };
  await story.decide(story.first, 'revise', { kind: 'lesson', form: 'full', content, note: 'Expanded.' });

  const page = (await story.submitter.get('/status/')).text;
  expect(page).toMatch(/by the desk: Expanded\..*?in revision 2.*?<ins>.*?It took four days/s);
});
