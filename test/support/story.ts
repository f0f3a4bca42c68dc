/** One lesson on its way, told in steps: what a submitter and a desk of four do over HTTP. */
import type { Db } from '#api/db/client.ts';
import type { Jobs } from '#api/jobs.ts';
import type { SubmitterAction } from '#schemas/decisions.ts';
import { criteriaOf } from '#schemas/rubric.ts';
import { CONSENT_VERSION, type SubmissionInput } from '#schemas/submission.ts';
import type { SubmissionKind } from '#schemas/vocabulary.ts';
import { openCommons } from './commons.ts';

export const WRITER = 'ana@clinics.example';

/** The Log4Shell case as an organization would tell it. */
export const lesson = {
  kind: 'lesson',
  contact: { name: 'Ana Writer', email: WRITER, organization: 'Clinics of the North' },
  consent: { publish: true, authority: true, textVersion: CONSENT_VERSION },
  content: {
    title: 'Log4Shell: we could not say where Log4j was',
    summary:
      'It took four days to learn where the library ran. Asking suppliers and searching files found twice what the inventory knew.',
    outcome: 'mixed',
    organization: {
      attribution: 'described',
      description: 'A regional group of clinics',
      sector: 'health',
      sizeBand: '1000_9999',
      environments: ['on_premises', 'third_party_software'],
    },
    period: { from: '2021-12', to: '2022-01' },
    situation: 'The inventory knew *products*, not the libraries inside them.',
    actions: 'We searched files for `JndiLookup` and asked every supplier.',
    result: 'What faced the internet was shielded in two days, everything patched in five weeks.',
    timeline: [
      { milestone: 'disclosed', date: '2021-12-10' },
      { milestone: 'mitigated', date: '2021-12-12', note: 'Outbound LDAP blocked' },
      { milestone: 'all', date: '2022-01-14' },
    ],
    lessons: [
      {
        lesson: 'An inventory of products does not say where a library runs.',
        recommendation: 'Collect bills of materials before the next one.',
        bearings: [
          { step: 'emergency-patching/locate', use: 'adapted', effect: 'hurt' },
          { step: 'emergency-patching/contain', use: 'followed', effect: 'helped' },
        ],
      },
    ],
    vulnerabilities: ['CVE-2021-44228'],
    technologies: ['Apache Log4j'],
    measures: [{ label: 'Systems found', value: '214', unit: 'systems', source: 'Own count' }],
    release: { measures: 'reviewers_only' },
  },
} as const satisfies SubmissionInput;

/** A reviewer’s answers to the rubric. */
export const scoresOf = (kind: SubmissionKind) =>
  Object.fromEntries(
    criteriaOf(kind).map((name) => [name, { score: 3, because: 'It says what it rests on' }]),
  );

export type Story = Awaited<ReturnType<typeof tell>>;

/** A commons with an editor and three reviewers, and a lesson that was sent. */
export async function tell(db: Db, jobs: Jobs, sent: SubmissionInput = lesson) {
  const commons = await openCommons(db, jobs);
  const editor = await commons.person('edith@desk.example', ['editor']);
  const [first, second, third] = [
    await commons.person('rita@desk.example', ['reviewer']),
    await commons.person('rolf@desk.example', ['reviewer']),
    await commons.person('rosa@desk.example', ['reviewer']),
  ];
  const submitter = commons.visitor();
  const { body: receipt, status } = await submitter.post('/api/submissions', sent);
  if (status !== 201) throw new Error(`The lesson was not taken: ${JSON.stringify(receipt)}`);
  const id: string = receipt.id;
  await commons.deliver();

  const asSubmitter = async (action: SubmitterAction, body: object = {}) =>
    submitter.post(`/api/submissions/${id}/${action}`, body);
  const revision = async () => (await editor.get(`/api/desk/submissions/${id}`)).body.revision as number;
  const at = (action: string) => `/api/desk/submissions/${id}/${action}`;
  const decide = async (who: typeof editor, action: string, body: object = {}) =>
    who.post(at(action), { revision: await revision(), ...body });
  const recommend = (who: typeof editor) =>
    decide(who, 'recommend', { verdict: 'publish', note: 'Specific and safe.', rubric: scoresOf(sent.kind) });

  /** Keep every word that the re-identification check found. */
  const settle = async () => {
    const { findings } = (await editor.get(`/api/desk/submissions/${id}`)).body;
    for (const { kind, text } of findings)
      await editor.post(at('findings'), { kind, text, reason: 'Known to everybody.' });
  };

  const answersTheCall = sent.kind === 'offering' && {
    responsiveness: { product: 'yes', requirement: 'yes', contact: 'yes' },
  };

  const story = {
    ...commons,
    id,
    receipt,
    editor,
    first,
    second,
    third,
    submitter,
    asSubmitter,
    decide,
    recommend,
    settle,
    state: async () => (await submitter.get(`/api/submissions/${id}`)).body.state as string,
    status: async () => (await submitter.get(`/api/submissions/${id}`)).body,
    /** Follow the link of the newest letter. */
    open: async () => submitter.post('/api/open', { code: commons.codeFor(sent.contact.email) }),
    toReceived: async () => {
      await story.open();
      await asSubmitter('confirm');
    },
    toReview: async () => {
      await story.toReceived();
      await decide(editor, 'triage', { reviewers: [first.id, second.id], ...answersTheCall });
    },
    toSignOff: async () => {
      await story.toReview();
      await recommend(first);
      await recommend(second);
      await settle();
      await decide(editor, 'approve', { slug: 'log4shell-in-clinics' });
    },
    toAccepted: async () => {
      await story.toSignOff();
      const { signOff } = await story.status();
      await asSubmitter('sign', { contentHash: signOff.contentHash });
    },
  };
  return story;
}
