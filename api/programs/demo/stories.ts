/** Which lesson or offering of the demonstration goes how far, so that the desk has something in every state. */
import { findSubmission } from '#api/db/submissions.ts';
import type { State } from '#schemas/workflow.ts';
import type { Desk } from './desk.ts';
import { clockFrom, type Post } from './past.ts';
import type { Sample } from './samples.ts';
import { VERBS, type VerbName } from './verbs.ts';

/** `slug`: the sample. `began`: days ago. `ends`: the state that it is left in. */
export type Story = { slug: string; began: number; ends: State; verbs: readonly VerbName[] };

const RECEIVED = ['submit', 'confirm'] as const;
const IN_REVIEW = [...RECEIVED, 'triage'] as const;
const CHANGES_REQUESTED = [...IN_REVIEW, 'request_changes'] as const;
const RECOMMENDED = ['recommend_first', 'recommend_second', 'approve'] as const;
const THROUGH_THE_LAB = ['send_to_lab', 'run_procedures', 'finish_lab', 'answer_the_lab'] as const;
const SIGN_OFF = [...IN_REVIEW, ...RECOMMENDED] as const;
const ACCEPTED = [...SIGN_OFF, 'sign'] as const;
const PUBLISHING = [...ACCEPTED, 'start_publishing'] as const;
const PUBLISHED = [...PUBLISHING, 'publish'] as const;
const CORRECTED = [
  ...PUBLISHED,
  'correct',
  'triage',
  'mend',
  ...RECOMMENDED,
  'sign',
  'start_publishing',
  'publish',
] as const;

/** Told before the site is built. The silent one comes first, since the look at silence sees whoever is there. */
// biome-ignore format: a table is read by column
export const PAST: readonly Story[] = [
  { slug: 'billing-run-and-the-reboot',     began: 110, ends: 'lapsed',            verbs: [...CHANGES_REQUESTED, 'fall_silent', 'fall_silent', 'fall_silent'] },
  { slug: 'school-labs-reimaged',           began: 100, ends: 'published',         verbs: [...PUBLISHED, 'retire'] },
  { slug: 'canary-caught-print-driver',     began: 96,  ends: 'published',         verbs: CORRECTED },
  { slug: 'canary-too-alike',               began: 71,  ends: 'published',         verbs: PUBLISHED },
  { slug: 'vpn-gateway-out-of-hours',       began: 64,  ends: 'published',         verbs: [...CHANGES_REQUESTED, 'resubmit', ...RECOMMENDED, 'sign', 'start_publishing', 'publish'] },
  { slug: 'imaging-suite-isolated',         began: 40,  ends: 'published',         verbs: PUBLISHED },
  { slug: 'agents-updated-in-rings',        began: 27,  ends: 'received',          verbs: [...PUBLISHED, 'correct'] },
  { slug: 'media-across-the-air-gap',       began: 12,  ends: 'draft',             verbs: ['keep_draft'] },
  { slug: 'food-bank-volunteer-laptops',    began: 2,   ends: 'unconfirmed',       verbs: ['submit'] },
  { slug: 'pumping-station-windows',        began: 6,   ends: 'received',          verbs: [...RECEIVED, 'prepare_decline'] },
  { slug: 'laptops-that-never-come-home',   began: 19,  ends: 'in_review',         verbs: [...IN_REVIEW, 'recommend_first', 'remark'] },
  { slug: 'backout-worth-the-rehearsal',    began: 33,  ends: 'in_review',         verbs: [...CHANGES_REQUESTED, 'resubmit', 'thank'] },
  { slug: 'base-images-rebuilt-nightly',    began: 22,  ends: 'changes_requested', verbs: CHANGES_REQUESTED },
  { slug: 'sample-offering-ringmaster',     began: 17,  ends: 'in_lab',            verbs: [...IN_REVIEW, 'send_to_lab'] },
  { slug: 'sample-offering-tallyboard',     began: 52,  ends: 'published',         verbs: [...IN_REVIEW, ...THROUGH_THE_LAB, ...RECOMMENDED, 'sign', 'start_publishing', 'publish'] },
  { slug: 'two-minutes-on-kiosks',          began: 5,   ends: 'in_review',         verbs: IN_REVIEW },
  { slug: 'library-terminals-in-spring',    began: 8,   ends: 'in_review',         verbs: ['write_down', 'confirm', 'triage'] },
  { slug: 'ferry-freeze-in-summer',         began: 24,  ends: 'sign_off',          verbs: SIGN_OFF },
  { slug: 'our-product-fixes-everything',   began: 15,  ends: 'declined',          verbs: [...RECEIVED, 'decline'] },
  { slug: 'warehouse-scanners-by-courier',  began: 30,  ends: 'withdrawn',         verbs: [...RECEIVED, 'withdraw'] },
];

/** Told after the site was built: a build would publish them. The next one does. */
// biome-ignore format: a table is read by column
export const PRESENT: readonly Story[] = [
  { slug: 'mail-server-over-a-weekend',     began: 14,  ends: 'accepted',          verbs: ACCEPTED },
  { slug: 'city-hall-unused-software',      began: 14,  ends: 'publishing',        verbs: PUBLISHING },
];

/** What every story needs. */
export type Telling = { post: Post; desk: Desk; samples: ReadonlyMap<string, Sample> };

/** Do everything that happens in a story, in its time, and carry its letters out. Throws where it ends otherwise than it says. */
export async function tellStory(
  { post, desk, samples }: Telling,
  { slug, began, verbs, ends }: Story,
): Promise<void> {
  const sample = samples.get(slug);
  if (!sample) throw new Error(`There is no sample ${slug}`);
  const clock = clockFrom(began);
  const id = post.deps.newId();
  const deps = { ...post.deps, now: clock.now, newId: () => id };
  for (const name of verbs) {
    const { after, happen } = VERBS[name];
    clock.pass(after);
    await happen({ deps, desk, sample, id });
    await post.deliver(deps);
  }
  const ended = (await findSubmission(post.deps.db, id))?.state;
  if (ended !== ends) throw new Error(`The story of ${slug} ended at ${ended}, not at ${ends}`);
}
