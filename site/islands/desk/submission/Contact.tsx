/** The contact, read only on demand: each read leaves an event with the reader’s name. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { DeskContact } from '#schemas/desk.ts';
import { useDesk } from '../context.ts';
import { RefusedAlert } from '../forms/RefusedAlert.tsx';
import type { Refused } from '../problem.ts';
import { useOpened } from './context.ts';

export function Contact() {
  const { calls } = useDesk();
  const { submission, reload } = useOpened();
  const [contact, setContact] = useState<DeskContact>();
  const [refused, setRefused] = useState<Refused>();
  const read = async () => {
    const answer = await calls.contact(submission.id);
    setRefused(answer.ok ? undefined : answer.refused);
    if (!answer.ok) return;
    setContact(answer.value);
    await reload();
  };
  return (
    <section aria-labelledby="contact">
      <h3 id="contact">Contact</h3>
      {refused && <RefusedAlert refused={refused} />}
      {contact ? <Details contact={contact} /> : <Ask onRead={read} />}
    </section>
  );
}

const Ask = ({ onRead }: { onRead: () => void }) => (
  <>
    <p>The review needs neither name nor address. If you read them, that is recorded with your name.</p>
    <button class="usa-button usa-button--outline" type="button" onClick={onRead}>
      Read the contact, and have it recorded
    </button>
  </>
);

function Details({ contact: { name, email, organization, lab } }: { contact: DeskContact }) {
  const list = useRef<HTMLDListElement>(null);
  useEffect(() => list.current?.focus(), []);
  return (
    <dl class="desk-head" tabIndex={-1} ref={list}>
      <div>
        <dt>Name</dt>
        <dd>{name}</dd>
      </div>
      <div>
        <dt>E-mail address</dt>
        <dd>{email}</dd>
      </div>
      <div>
        <dt>Organization</dt>
        <dd>{organization}</dd>
      </div>
      {lab && (
        <div>
          <dt>Answers the lab</dt>
          <dd>
            {lab.name}, {lab.email}
          </dd>
        </div>
      )}
    </dl>
  );
}
