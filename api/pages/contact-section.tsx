/** What we hold of who sent a submission, and how to have it erased. */
import type { Status } from '#schemas/status.ts';

type Props = Pick<Status, 'id' | 'contact'>;

export const ContactSection = (props: Props) => (
  <section aria-labelledby="contact-details">
    <h2 id="contact-details">Your contact details</h2>
    <Held {...props} />
  </section>
);

function Held({ id, contact: { erased, neededBecause } }: Props) {
  if (erased)
    return (
      <p>
        Your name, your e-mail address and your organization were erased. We cannot write to you any more, and
        cannot mail you a fresh link: keep your code, which opens this page as before.
      </p>
    );
  if (neededBecause)
    return (
      <p>
        We hold your name, your e-mail address and your organization, apart from what you wrote.{' '}
        {neededBecause}
      </p>
    );
  return (
    <details>
      <summary>Erase my contact details</summary>
      <form method="post" action={`/api/submissions/${encodeURIComponent(id)}/erase_contact`}>
        <p>
          Your name, your e-mail address and your organization are erased at once, and nobody can bring them
          back.
        </p>
        <ul>
          <li>You get no letters any more, also none about a correction or a retirement of the page.</li>
          <li>Your code opens this page as before. If you lose it, we cannot send you another.</li>
          <li>What you agreed to publish stays public. To take it down, retire the page.</li>
          <li>
            The name of your organization in a short form, and the domain of your e-mail address, stay. They
            serve one purpose: to keep people with a conflict of interest away from what you sent.
          </li>
        </ul>
        <button class="usa-button usa-button--secondary" type="submit">
          Yes, erase my contact details
        </button>
      </form>
    </details>
  );
}
