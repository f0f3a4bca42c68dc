/**
 * What readers of the demonstration say of a draft of the guidance, and what an editor answers. It is told of today, since
 * nobody can comment on a text before it is open; when it is open no more, nothing is told.
 */
import { adjudicateComment } from '#api/actions/adjudicate-comment.ts';
import { confirmComment } from '#api/actions/confirm-comment.ts';
import { sendComment } from '#api/actions/send-comment.ts';
import type { Adjudication, NewComment } from '#schemas/comment.ts';
import { openUntil } from '#site/forms/comment/texts.ts';
import type { Desk } from './desk.ts';
import type { Post } from './past.ts';

const TEXT = 'processes/routine-patching';

/** A comment, and the answer where there is one. */
type Told = Omit<NewComment, 'text' | 'version' | 'publish'> & { answer?: Adjudication };

/** Answered before the site is built, which publishes it. */
export const PUBLISHED_COMMENT: Told = {
  section: 'canary',
  type: 'technical',
  comment:
    'A canary ring of three machines says little where printers and card readers come from many makers.',
  rationale: 'Our first fault hid in the one model that no canary had.',
  suggestion: 'Ask for at least one machine of each model in the ring.',
  shownAs: 'A retailer',
  contact: { email: 'nora@manymakes.example', organization: 'Many Makes Stores' },
  answer: {
    disposition: 'partly',
    reason:
      'The step now names peripherals. One machine of each model is too many where there are hundreds of models.',
  },
};

/** Told after the build: the next one publishes the first, and the second waits for an editor. */
export const LATER_COMMENTS: readonly Told[] = [
  {
    section: 'whole',
    type: 'editorial',
    comment: '“Round” and “cycle” seem to mean the same thing.',
    rationale: 'A reader who comes from another text wonders about the difference.',
    contact: { email: 'otis@plainwords.example', organization: 'none' },
    answer: { disposition: 'accepted', reason: 'It is “cycle” throughout from the next version on.' },
  },
  {
    section: 'whole',
    type: 'general',
    comment: 'Say somewhere what a team of two people may leave out.',
    rationale: 'We read all of it and could not tell which steps are worth half a day to us.',
    contact: { email: 'tilda@smallteam.example', organization: 'Small Team' },
  },
];

/** Send a comment, confirm it by the link that was mailed, and answer it. */
export async function tellComment(
  { post, desk }: { post: Post; desk: Desk },
  { answer, ...said }: Told,
): Promise<void> {
  const { deps } = post;
  const text = deps.texts.find(({ id }) => id === TEXT);
  if (!text || !openUntil(text, deps.now().toISOString().slice(0, 10))) return;
  const { id } = await sendComment(deps, { ...said, text: TEXT, version: text.version, publish: true });
  await post.deliver(deps);
  await confirmComment(deps, new URL(post.linkTo(said.contact.email) ?? '').hash.slice(1));
  if (answer) await adjudicateComment(deps, desk.edda, id, { ...answer, revision: 1 });
  await post.deliver(deps);
}
