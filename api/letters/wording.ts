/**
 * The wording of every letter. Pure.
 * What leaves by mail is neutral: a reference and that something awaits the reader. The matter is read behind the link.
 */
import { type LetterKind, REASON_LABELS, type ReasonCode } from '#schemas/workflow.ts';

/** What the letters of each kind need to know. */
export type Matters = {
  confirm_address: Record<never, never>;
  receipt: Record<never, never>;
  review_started: Record<never, never>;
  changes_requested: { requests: readonly { number: number; request: string }[] };
  received_again: Record<never, never>;
  lab_dates: { note: string };
  lab_results: { note: string };
  text_to_approve: Record<never, never>;
  thanks: Record<never, never>;
  dispute_acknowledged: Record<never, never>;
  returned: { reason: string };
  published: { address: string };
  publishing_stopped: { problem: string };
  correction_opened: { reason: string };
  declined: { code: ReasonCode; message: string; repair: string };
  reopened: Record<never, never>;
  withdrawn: Record<never, never>;
  lapsed: Record<never, never>;
  reminder: { lapsesOn: string };
  resumed: Record<never, never>;
  retired: { reason: string };
  fresh_link: Record<never, never>;
  invitation: { name: string };
  password_link: Record<never, never>;
  work_waiting: Record<never, never>;
  independent_editor_needed: Record<never, never>;
  confirm_comment: Record<never, never>;
  comment_adjudicated: Record<never, never>;
};
/** Kinds whose wording needs nothing but the kind. */
export type PlainKind = {
  [Kind in LetterKind]: keyof Matters[Kind] extends never ? Kind : never;
}[LetterKind];
type Writers = { [Kind in LetterKind]: (about: Matters[Kind]) => string };

const MATTERS: Writers = {
  confirm_address: () =>
    'Please confirm that this address is yours. Open the link, then press the button. Until you do, nobody at Patch Commons reads what you sent; after seven days without an answer it lapses.',
  receipt: () =>
    'Thank you. Your submission has been received. An editor reads it next and asks two reviewers to look at it. Nothing is published before you have signed off the exact text.',
  review_started: () => 'Two reviewers have started to read your submission.',
  changes_requested: ({ requests }) =>
    `The reviewers ask for the following before they go on.\n\n${requests.map(({ number, request }) => `${number}. ${request}`).join('\n\n')}\n\nAnswer each of them on the status page.`,
  received_again: () => 'Your answers have been received. The review goes on.',
  lab_dates: ({ note }) => `Your offering goes to the lab.\n\n${note}`,
  lab_results: ({ note }) => `The lab has finished.\n\n${note}`,
  text_to_approve: () =>
    'The review is finished, and the text is ready for you. Read the page exactly as it would be published, then sign it or say what should be different. Silence never publishes: after sixty days without an answer it lapses.',
  thanks: () => 'Thank you for signing off the text. It will be published shortly.',
  dispute_acknowledged: () => 'Your comment has been received. The text goes back to the review.',
  returned: ({ reason }) => `The text went back to the review.\n\n${reason}`,
  published: ({ address }) => `What you sent is published:\n\n${address}`,
  publishing_stopped: ({ problem }) => `Publishing was stopped; nothing of it is public.\n\n${problem}`,
  correction_opened: ({ reason }) =>
    `A correction of the published text was opened. The page stays up meanwhile.\n\n${reason}`,
  declined: ({ code, message, repair }) =>
    `We will not publish this as it stands.\n\nReason: ${REASON_LABELS[code]}.\n\n${message}\n\nWhat would make it publishable: ${repair}\n\nYou can reopen it on the status page and say what has changed.`,
  reopened: () => 'Your submission was opened again. An editor reads it next.',
  withdrawn: () => 'Your submission was withdrawn, as you asked.',
  lapsed: () =>
    'We did not hear from you, so this has lapsed. Nothing was published. You can resume it on the status page.',
  reminder: ({ lapsesOn }) =>
    `This waits for you. Without an answer it lapses on ${lapsesOn}; nothing is published then.`,
  resumed: () => 'Your submission was resumed and goes on where it stopped.',
  retired: ({ reason }) =>
    `The published page was retired. A note stays at its address; copies and the history of the records may remain elsewhere.\n\n${reason}`,
  fresh_link: () => 'You asked for a fresh link. Links in earlier letters no longer work.',
  invitation: ({ name }) =>
    `${name}, you are invited to the review desk of Patch Commons. Open the link to choose a password, then set up a second factor.`,
  password_link: () => 'You asked for a link to choose a new password. It works once, for three days.',
  work_waiting: () => 'A submission waits for you at the review desk.',
  independent_editor_needed: () =>
    'Every editor has a conflict of interest with one submission. It needs an editor from elsewhere.',
  confirm_comment: () =>
    'Please confirm that you sent a comment. Open the link, then press the button. Until you do, nobody reads it; after seven days it is deleted.',
  comment_adjudicated: () => 'The editors have answered your comment.',
};

/** Kinds that ask the reader to do something. */
const AWAITS: readonly LetterKind[] = [
  'confirm_address',
  'changes_requested',
  'text_to_approve',
  'reminder',
  'invitation',
  'confirm_comment',
];
/** Kinds whose link leads to a page that everybody may read. */
const OPEN_LINK: readonly LetterKind[] = ['comment_adjudicated'];

export type Letter = { kind: LetterKind; subject: string; body: string; matter: string };

/**
 * Compose a letter. `reference` is the submission's, or undefined for a letter that is about none.
 * `body` holds `{link}`, which the job that delivers it replaces.
 */
export function compose<Kind extends LetterKind>(
  kind: Kind,
  reference: string | undefined,
  about: Matters[Kind],
): Letter {
  const write: (about: Matters[Kind]) => string = MATTERS[kind];
  const opening = AWAITS.includes(kind)
    ? 'Something awaits you at Patch Commons.'
    : 'There is news for you at Patch Commons.';
  return {
    kind,
    subject: reference ? `Patch Commons ${reference}` : 'Patch Commons',
    body: [
      opening,
      ...(reference ? [`Reference: ${reference}`] : []),
      'Open this link to read it:\n{link}',
      [
        ...(OPEN_LINK.includes(kind)
          ? []
          : ['The link is a secret: whoever has it can read and answer in your name.']),
        'This letter was sent by a machine that reads no replies.',
      ].join(' '),
    ].join('\n\n'),
    matter: write(about),
  };
}

const escapeHtml = (text: string) =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  );

/** The same words as HTML: paragraphs and one link, nothing fetched, nothing counted. */
export function asHtml(text: string, link: string): string {
  const paragraphs = text.split('\n\n').map((paragraph) => {
    const linked = escapeHtml(paragraph).replaceAll(
      escapeHtml(link),
      `<a href="${escapeHtml(link)}">${escapeHtml(link)}</a>`,
    );
    return `<p>${linked.replaceAll('\n', '<br>')}</p>`;
  });
  return `<!doctype html><html lang="en"><body>${paragraphs.join('')}</body></html>`;
}
