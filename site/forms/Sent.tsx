/** What a submitter keeps after sending: the reference, the receipt, and the nonce that is shown this once. */
import type { Receipt, Submission } from '#schemas/submission.ts';

/** `submission`: what was sent, as it was stored. */
export type SentView = { receipt: Receipt; nonce: string; submission: Submission };

export const Sent = ({ receipt, nonce, submission }: SentView) => (
  <div class="prose">
    <p>
      Your reference is <strong>{receipt.reference}</strong>. It is a name for our letters, not a secret.
    </p>
    <h2>Check your mail</h2>
    <p>
      We sent you a letter with a link. Open it and press “Confirm my address”: until then nobody reads what
      you sent, and after seven days it lapses. If no letter comes, look among the junk mail.
    </p>
    <h2>Your receipt</h2>
    <p>
      Keep these values with a copy of what you sent, and you can prove later that we received exactly that.
      The nonce is shown this once and ties the receipt to your text; without it the receipt says nothing
      about the text. Neither appears in anything that is published.
    </p>
    <p>
      <a href={fileOf({ receipt, nonce, submission })} download={`${receipt.reference}-receipt.json`}>
        Download the receipt with what you sent
      </a>{' '}
      (it holds your text and your address: keep it where you keep such things)
    </p>
    <dl class="receipt">
      <dt>Received</dt>
      <dd>
        <time dateTime={receipt.receivedAt}>{receipt.receivedAt}</time>
      </dd>
      <Value name="Nonce" value={nonce} />
      <Value name="Digest" value={receipt.digest} />
      <Value name="Key" value={receipt.key} />
      <Value name="Signature" value={receipt.signature} />
    </dl>
  </div>
);

/** The file is in the link itself: it was made for this page and is kept nowhere. */
const fileOf = (view: SentView) =>
  `data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(view, null, 2))}`;

const Value = ({ name, value }: { name: string; value: string }) => (
  <>
    <dt>{name}</dt>
    <dd>
      <code>{value}</code>
    </dd>
  </>
);
