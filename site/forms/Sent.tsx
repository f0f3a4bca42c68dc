/** What a submitter keeps after sending: the reference, the receipt, and the nonce that is shown this once. */
import type { ComponentChildren } from 'preact';
import type { Receipt } from '#schemas/submission.ts';

export type SentView = { receipt: Receipt; nonce: string };

export const Sent = ({ receipt, nonce, children }: SentView & { children?: ComponentChildren }) => (
  <div class="prose">
    <p>
      Your reference is <strong>{receipt.reference}</strong>. It is a name for our letters, not a secret.
    </p>
    <h2>Check your mail</h2>
    <p>
      We sent you a letter with a link. Open it and press “Confirm”: until then nobody reads what you sent,
      and after seven days it lapses. If no letter comes, look among the junk mail.
    </p>
    {children}
    <h2>Your receipt</h2>
    <p>
      Keep these values with a copy of what you sent, and you can prove later that we received exactly that.
      The nonce is shown this once and ties the receipt to your text; without it the receipt says nothing
      about the text. Neither appears in anything that is published.
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

const Value = ({ name, value }: { name: string; value: string }) => (
  <>
    <dt>{name}</dt>
    <dd>
      <code>{value}</code>
    </dd>
  </>
);
