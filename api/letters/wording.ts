/**
 * The wording of every letter. Pure.
 * What leaves by mail is neutral: a reference and that something awaits the reader. The matter is read behind the link.
 */

import { LAB_VERDICT_LABELS, type LabVerdict } from '#schemas/lab-test.ts';
import { WRITER_WORDS, type Writer } from '#schemas/remark.ts';
import {
  type LetterKind,
  type Live,
  REASON_LABELS,
  type ReasonCode,
  type RecordingWay,
} from '#schemas/workflow.ts';

/** What the letters of each kind need to know. */
export type Matters = {
  /** `recorded`: how its source told it, where an editor wrote it down. The day is `2026-11-22`. */
  confirm_address: { recorded?: { way: RecordingWay; receivedOn: string } };
  receipt: Record<never, never>;
  review_started: Record<never, never>;
  changes_requested: { requests: readonly { number: number; request: string }[] };
  received_again: Record<never, never>;
  lab_dates: { note: string; procedures: readonly string[] };
  /** `until`: the last day for a statement, `2026-11-22`. */
  lab_results: {
    note: string;
    results: readonly { title: string; verdict: LabVerdict }[];
    until: string;
  };
  text_to_approve: Record<never, never>;
  thanks: Record<never, never>;
  dispute_acknowledged: Record<never, never>;
  returned: { reason: string };
  published: { address: string };
  publishing_stopped: { problem: string };
  build_failed: Record<never, never>;
  correction_opened: { reason: string };
  /** `live`: what the public has of it, which stays. */
  declined: { code: ReasonCode; message: string; repair: string; live: Live };
  reopened: Record<never, never>;
  withdrawn: Record<never, never>;
  lapsed: { live: Live };
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
  comment_link: Record<never, never>;
  remark: { by: Writer; text: string };
};
/** Kinds whose wording needs nothing but the kind. */
export type PlainKind = {
  [Kind in LetterKind]: keyof Matters[Kind] extends never ? Kind : never;
}[LetterKind];
type Writers = { [Kind in LetterKind]: (about: Matters[Kind]) => string };

const MATTERS: Writers = {
  confirm_address: ({ recorded }) =>
    recorded
      ? confirmRecorded(recorded)
      : 'Please confirm that this address is yours: press the button on the status page. Until you do, nobody at Patch Commons reads what you sent; after seven days without an answer it lapses.',
  receipt: () =>
    'Thank you. Your submission has been received. An editor reads it next and asks two reviewers to look at it. Nothing is published before you have signed off the exact text.',
  review_started: () =>
    'The review has begun: two reviewers were asked to read your submission. If they need anything from you, we write to you.',
  changes_requested: ({ requests }) =>
    `Before the review can go on, we ask you for the following.\n\n${requests.map(({ number, request }) => `${number}. ${request}`).join('\n\n')}\n\nAnswer each of them on the status page.`,
  received_again: () => 'Your answers have been received, and the review goes on.',
  lab_dates: ({ note, procedures }) =>
    `Your offering goes to the lab, which follows your instructions and runs:\n\n${procedures.map((title) => `${title}.`).join('\n\n')}\n\n${note}`,
  lab_results: ({ note, results, until }) =>
    `The lab has finished.\n\n${note}\n\n${results.map(({ title, verdict }) => `${title}: ${LAB_VERDICT_LABELS[verdict]}.`).join('\n\n')}\n\nRead what was seen at each step on the status page. Until ${inWords(until)} you can give a statement on each result; it is printed beside it, word for word. Once your offering is public, the results are published with a statement or without.`,
  text_to_approve: () =>
    'The review is finished, and the text is ready for you. Read the page exactly as it would be published, then sign it or say what should be different. Silence never publishes: after sixty days without an answer the submission lapses.',
  thanks: () =>
    'Thank you for signing off the text. We publish it next, and write to you with the address of the page.',
  dispute_acknowledged: () =>
    'We have received what you would have different. The text is back in review, and you will be asked again before anything is published.',
  returned: ({ reason }) =>
    `We took the text back into review. You will be asked to sign it again before it is published.\n\nThe reason: ${reason}`,
  published: ({ address }) =>
    `Your text is published:\n\n${address}\n\nOn the status page you can ask for a correction, or have the page retired, at any time.`,
  build_failed: () =>
    'The site could not be built anew. What was built last is still served. The page “Publishing” of the desk says what the build said, and tries again.',
  publishing_stopped: ({ problem }) => `Publishing was stopped; nothing of it is public.\n\n${problem}`,
  correction_opened: ({ reason }) =>
    `A correction of your published text has begun. The page stays as it is until you have signed the corrected text.\n\nThe reason: ${reason}`,
  declined: ({ code, message, repair, live }) =>
    `We will not publish this as it stands.\n\nReason: ${REASON_LABELS[code]}.\n\n${message}\n\nWhat would make it publishable: ${repair}\n\n${live === 'none' ? 'You can reopen it on the status page and say what has changed.' : WHAT_STAYS[live]}`,
  reopened: () => 'Your submission is open again. An editor reads it next.',
  withdrawn: () => 'Your submission was withdrawn, as you asked. Nobody works on it any more.',
  lapsed: ({ live }) =>
    live !== 'none'
      ? `We did not hear from you, so the correction has lapsed. ${WHAT_STAYS[live]}`
      : 'We did not hear from you, so your submission has lapsed. Nothing new was published. You can resume it on the status page.',
  reminder: ({ lapsesOn }) =>
    `Your submission waits for an answer of yours. Without one it lapses on ${inWords(lapsesOn)}, and nothing new is published.`,
  resumed: () => 'Your submission is resumed and goes on where it stopped.',
  retired: ({ reason }) =>
    `Your page was retired, and a note with the reason stays at its address. Copies that others made, and the history of the published files, may remain.\n\nThe reason: ${reason}`,
  fresh_link: () =>
    'Somebody who entered your address asked for a fresh link. Links in earlier letters no longer work. If it was not you, there is nothing to do: the link went to your address alone.',
  invitation: ({ name }) =>
    `${name}, you are invited to the review desk of Patch Commons. Open the link to choose a password, then set up a second factor.`,
  password_link: () => 'You asked for a link to choose a new password. It works once, for three days.',
  work_waiting: () => 'A submission or a comment waits for you at the review desk.',
  independent_editor_needed: () =>
    'Every editor has a conflict of interest with a submission or a comment that waits. It needs an editor from elsewhere.',
  confirm_comment: () =>
    'Please confirm that you sent a comment. Open the link, then press the button. Until you do, nobody reads it; after seven days it is deleted.',
  comment_adjudicated: () => 'The editors have answered your comment.',
  comment_link: () =>
    'Somebody who entered your address asked for the link to your comment. Behind it you can read it, change it until it is answered, and withdraw it.',
  remark: ({ by, text }) => `${WRITER_WORDS[by]}\n\n${text}`,
};

const WHAT_STAYS = {
  live: 'Your page stays as it was. On the status page you can ask for another correction at any time.',
  retired: 'The note at the address of your page stays.',
} as const satisfies Record<Exclude<Live, 'none'>, string>;

const HEARD = { email: 'by e-mail', interview: 'in an interview' } as const satisfies Record<
  RecordingWay,
  string
>;

const confirmRecorded = ({ way, receivedOn }: { way: RecordingWay; receivedOn: string }) =>
  `An editor of Patch Commons has written down what you told us ${HEARD[way]} on ${inWords(receivedOn)}. Read it on the status page. If it is what you told us, press the button there: from then on it is your submission, and nothing is published before you have signed off the exact text. Until you confirm it, nothing goes on, and after seven days without an answer it lapses. If you told us nothing, or want nothing of it kept, withdraw it on the same page.`;

/** `2026-11-22` as people write it. */
const inWords = (day: string) =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));

/** Kinds that ask the reader to do something. */
const AWAITS: readonly LetterKind[] = [
  'confirm_address',
  'changes_requested',
  'text_to_approve',
  'reminder',
  'invitation',
  'confirm_comment',
];
/** Kinds whose link opens nothing by itself: it leads to a page that everybody may read, or to the desk, where one signs in. */
const OPEN_LINK: readonly LetterKind[] = [
  'comment_adjudicated',
  'work_waiting',
  'independent_editor_needed',
  'publishing_stopped',
  'build_failed',
];

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
