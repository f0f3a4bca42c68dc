/** After sending: the receipt, its file, and the secret code. Shown this once, since nothing of it is kept here. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Submission, Submitted } from '#schemas/submission.ts';
import { Sent } from '#site/forms/Sent.tsx';

type Props = { submitted: Submitted; submission: Submission };

export function SentNow({ submitted, submission }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { receipt, nonce, token } = submitted;
  return (
    <>
      <h2 tabIndex={-1} ref={heading}>
        We have it. One thing is left to do
      </h2>
      <Sent receipt={receipt} nonce={nonce}>
        <SecretCode code={token} />
        <ReceiptFile submitted={submitted} submission={submission} />
      </Sent>
    </>
  );
}

function SecretCode({ code }: { code: string }) {
  const [said, say] = useState('');
  const copy = () =>
    navigator.clipboard.writeText(code).then(
      () => say('Copied'),
      () => say('It could not be copied: select the words and copy them'),
    );
  return (
    <>
      <h2>Your secret code</h2>
      <p>
        These eight words open the page of your submission. We keep no copy. Whoever has them can act in your
        name; the letter brings you a link of its own.
      </p>
      <p>
        <code>{code}</code>
      </p>
      <p>
        <button class="usa-button usa-button--outline" type="button" onClick={copy}>
          Copy the code
        </button>{' '}
        <span role="status">{said}</span>
      </p>
    </>
  );
}

function ReceiptFile({ submitted: { receipt, nonce }, submission }: Props) {
  const address = useMemo(() => {
    const text = JSON.stringify({ receipt, nonce, submission }, null, 2);
    return URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  }, [receipt, nonce, submission]);
  useEffect(() => () => URL.revokeObjectURL(address), [address]);
  return (
    <p>
      <a href={address} download={`${receipt.reference}-receipt.json`}>
        Download the receipt with what you sent
      </a>{' '}
      (it holds your text and your address: keep it where you keep such things)
    </p>
  );
}
