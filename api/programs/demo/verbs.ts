/** What happens to a lesson or an offering of the demonstration, one verb an action of the workflow, with what people write along. */
import type { Party, PersonParty } from '#api/actions/act.ts';
import { approve } from '#api/actions/approve.ts';
import { confirm } from '#api/actions/confirm.ts';
import { correct } from '#api/actions/correct.ts';
import { decline } from '#api/actions/decline.ts';
import { keepFinding } from '#api/actions/keep-finding.ts';
import { lapseSilent } from '#api/actions/lapse.ts';
import { prepareDecision } from '#api/actions/prepare-decision.ts';
import { finishPublishing, startPublishing } from '#api/actions/publish-moves.ts';
import { recommend } from '#api/actions/recommend.ts';
import { requestChanges } from '#api/actions/request-changes.ts';
import { resubmit } from '#api/actions/resubmit.ts';
import { retire } from '#api/actions/retire.ts';
import { revise } from '#api/actions/revise.ts';
import { sign } from '#api/actions/sign.ts';
import { submit } from '#api/actions/submit.ts';
import { triage } from '#api/actions/triage.ts';
import { withdraw } from '#api/actions/withdraw.ts';
import { writeRemark } from '#api/actions/write-remark.ts';
import { listFindings } from '#api/db/findings.ts';
import type { Person } from '#api/db/people.ts';
import { findSubmission, type SubmissionRow } from '#api/db/submissions.ts';
import type { Deps } from '#api/deps.ts';
import { isLesson, type LessonContent } from '#schemas/submission.ts';
import { keepDraft, writeDown } from './beginnings.ts';
import type { Desk } from './desk.ts';
import { answerTheLab, runProcedures, sendResults, sendToTheLab } from './lab.ts';
import type { Sample } from './samples.ts';

/** One lesson at one moment. `deps` know the time, and answer `id` when they are asked for a new one. */
export type Scene = { deps: Deps; desk: Desk; sample: Sample; id: string };

type Verb = {
  /** Days that pass before it. */
  after: number;
  happen: (scene: Scene) => Promise<unknown>;
};

const as = (person: Person): PersonParty => ({ kind: 'person', person });
const submitter = ({ id }: Scene): Party => ({ kind: 'submitter', submissionId: id, mailed: true });

async function rowOf({ deps, id }: Scene): Promise<SubmissionRow> {
  const row = await findSubmission(deps.db, id);
  if (!row) throw new Error(`There is no submission ${id}`);
  return row;
}
const revisionOf = async (scene: Scene) => ({ revision: (await rowOf(scene)).revision });
/** The version that is about to be public. */
const versionOf = async (scene: Scene) => ({
  submissionId: scene.id,
  kind: scene.sample.sent.kind,
  slug: scene.sample.slug,
  version: ((await rowOf(scene)).liveVersion ?? 0) + 1,
});

const REQUESTS = [
  'Say over which period the figures were counted, and by whom.',
  'Say what you would leave out if you had half the people.',
];
const ANSWERS_THE_CALL = { product: 'yes', requirement: 'yes', contact: 'yes' } as const;
const ANSWER = 'It is in the text now, at the end of the result.';
const ADDED = '\n\nThe team counted the figures itself, over the whole period.';
const COUNTED_AGAIN = '\n\nThe machines were counted again a year later, and two more belong to these.';

const SCORES = {
  evidence: { score: 3, because: 'The figures are its own count, and it says so' },
  specificity: { score: 4, because: 'Each step has its day and its person' },
  transferability: { score: 3, because: 'Teams of this size can do the same' },
  safety: { score: 4, because: 'Names nobody, and nothing that is still open' },
} as const;
const CLAIMS_TRIED = { score: 3, because: 'The lab tried what matters most' } as const;

const readAndRecommend = (reader: 'rita' | 'rolf', note: string) => async (scene: Scene) =>
  recommend(scene.deps, as(scene.desk[reader]), scene.id, {
    ...(await revisionOf(scene)),
    verdict: 'publish',
    note,
    rubric: { ...SCORES, ...(scene.sample.sent.kind === 'offering' && { claims: CLAIMS_TRIED }) },
  });

/** The text of the sample with something more in its result. */
function withResult({ sample: { slug, sent } }: Scene, more: string): LessonContent {
  const { content } = sent;
  if (!isLesson(content)) throw new Error(`${slug} is no whole lesson, so it has no result to add to`);
  return { ...content, result: `${content.result ?? ''}${more}`.trim() };
}

async function answerRequests(scene: Scene): Promise<void> {
  const answers = REQUESTS.map((_, index) => ({ number: index + 1, answer: ANSWER }));
  const content = withResult(scene, ADDED);
  await resubmit(scene.deps, submitter(scene), scene.id, { kind: 'lesson', answers, content });
}

const mendText = async (scene: Scene) =>
  revise(scene.deps, as(scene.desk.edda), scene.id, {
    ...(await revisionOf(scene)),
    kind: 'lesson',
    note: 'The new count stands at the end of the result, as the submitter sent it.',
    content: withResult(scene, COUNTED_AGAIN),
  });

/** What the re-identification check found in the samples is made up, so it may stay. */
async function approveText(scene: Scene): Promise<void> {
  const { deps, desk, id, sample } = scene;
  const { revision, live } = await rowOf(scene);
  for (const { kind, text } of await listFindings(deps.db, id, revision))
    await keepFinding(deps, desk.edda, id, { kind, text, reason: 'Made up for this demonstration.' });
  const changes = live === 'live' ? 'The machines were counted again, and two more were found.' : undefined;
  await approve(deps, as(desk.edda), id, { revision, slug: sample.slug, changes });
}

async function signWhatIsShown(scene: Scene): Promise<void> {
  const { contentHash } = await rowOf(scene);
  await sign(scene.deps, submitter(scene), scene.id, { contentHash: contentHash ?? '' });
}

// biome-ignore format: a table is read by column
export const VERBS = {
  keep_draft:       { after: 0,  happen: keepDraft },
  submit:           { after: 0,  happen: ({ deps, sample }) => submit(deps, sample.sent) },
  write_down:       { after: 0,  happen: (scene) => writeDown(scene.desk.edda, scene) },
  confirm:          { after: 1,  happen: (scene) => confirm(scene.deps, submitter(scene), scene.id) },
  triage:           { after: 3,  happen: async (scene) => triage(scene.deps, as(scene.desk.edda), scene.id, { ...(await revisionOf(scene)), reviewers: [scene.desk.rita.id, scene.desk.rolf.id], ...(scene.sample.sent.kind === 'offering' && { responsiveness: ANSWERS_THE_CALL }) }) },
  recommend_first:  { after: 4,  happen: readAndRecommend('rita', 'Specific, and others can copy it. Nobody is exposed.') },
  recommend_second: { after: 2,  happen: readAndRecommend('rolf', 'The account holds together, and what went wrong is told as well.') },
  request_changes:  { after: 5,  happen: async (scene) => requestChanges(scene.deps, as(scene.desk.rita), scene.id, { ...(await revisionOf(scene)), requests: REQUESTS }) },
  resubmit:         { after: 6,  happen: answerRequests },
  send_to_lab:      { after: 2,  happen: sendToTheLab },
  run_procedures:   { after: 8,  happen: runProcedures },
  finish_lab:       { after: 1,  happen: sendResults },
  answer_the_lab:   { after: 4,  happen: answerTheLab },
  approve:          { after: 1,  happen: approveText },
  sign:             { after: 3,  happen: signWhatIsShown },
  start_publishing: { after: 0,  happen: async (scene) => startPublishing(scene.deps, await versionOf(scene)) },
  publish:          { after: 0,  happen: async (scene) => finishPublishing(scene.deps, await versionOf(scene)) },
  correct:          { after: 9,  happen: (scene) => correct(scene.deps, submitter(scene), scene.id, { reason: 'The machines were counted again, and there are two more.' }) },
  mend:             { after: 2,  happen: mendText },
  retire:           { after: 30, happen: (scene) => retire(scene.deps, submitter(scene), scene.id, { reason: 'The trust has left this way of working, and says so itself.' }) },
  decline:          { after: 2,  happen: async (scene) => decline(scene.deps, as(scene.desk.edda), scene.id, { ...(await revisionOf(scene)), code: 'promotional', message: 'It praises a product and tells nothing that happened.', repair: 'Tell one case of one customer, with what went wrong, and ask the customer to send it.' }) },
  remark:           { after: 1,  happen: ({ deps, desk, id }) => writeRemark(deps, desk.rolf, id, { audience: 'reviewers', text: 'I would ask what becomes of the laptops that nobody hears of any more. What do you think?' }) },
  thank:            { after: 1,  happen: ({ deps, desk, id }) => writeRemark(deps, desk.edda, id, { audience: 'submitter', text: 'Thank you for answering so quickly. The reviewers go on this week.' }) },
  prepare_decline:  { after: 2,  happen: async (scene) => prepareDecision(scene.deps, scene.desk.edda, scene.id, { action: 'decline', input: { ...(await revisionOf(scene)), code: 'insufficient_detail', message: 'It does not say when each step happened, so that others could not retrace it.', repair: 'Tell one patch from its release to the last pump, with the dates.' } }) },
  withdraw:         { after: 6,  happen: (scene) => withdraw(scene.deps, submitter(scene), scene.id) },
  fall_silent:      { after: 20, happen: (scene) => lapseSilent(scene.deps) },
} as const satisfies Record<string, Verb>;
export type VerbName = keyof typeof VERBS;
