/** Record a lesson that somebody told by e-mail or in an interview: the message, the form, and what became of earlier ones. */
import { useReducer, useRef, useState } from 'preact/hooks';
import type { MailRead } from '#schemas/recording.ts';
import { textAt, withValueAt } from '#site/forms/names.ts';
import { useDesk } from '../context.ts';
import { Heading } from '../Heading.tsx';
import { useLoaded } from '../use-loaded.ts';
import { Message } from './Message.tsx';
import { OwnRecordings } from './OwnRecordings.tsx';
import { RecordForm } from './RecordForm.tsx';
import { changeForm, DRAFT, type Form, forgetAside, formOf } from './two-forms.ts';

/** A message that was read: it is sent again with the lesson, since nothing of it is kept in between. */
export type ReadMail = MailRead & { file: File };

export function RecordLesson() {
  const { calls, drafts } = useDesk();
  const own = useLoaded('recordings', calls.recordings);
  const [form, setForm] = useState(() => formOf(drafts));
  const [mail, setMail] = useState<ReadMail>();
  const [recorded, setRecorded] = useState(0);
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const fields = useRef<HTMLElement>(null);

  /** Put the text where the form begins, after what stands there, for the editor to divide among its fields. */
  const take = ({ text }: MailRead) => {
    const values = drafts.get(DRAFT)?.values ?? {};
    const field = form === 'short' ? 'content.happened' : 'content.situation';
    const told = [textAt(values, field), text].filter((one) => one !== '').join('\n\n');
    const taken = withValueAt(withValueAt(values, field, told), 'way', 'email');
    drafts.set(DRAFT, { values: { ...taken, form }, began: undefined });
    draw(undefined);
    fields.current?.querySelector<HTMLElement>(`[name="${field}"]`)?.focus();
  };
  const choose = (chosen: Form) => {
    changeForm(drafts, chosen);
    setForm(chosen);
  };
  const done = async () => {
    forgetAside(drafts);
    setMail(undefined);
    setRecorded(recorded + 1);
    await own.reload();
  };

  return (
    <>
      <Heading>Record a lesson for somebody</Heading>
      <p>
        For a lesson that reached you by e-mail or in an interview. Its source gets the letter with the code,
        reads what you wrote, confirms it and signs it later. You count as an author of the text, so your
        recommendation does not count on it.
      </p>
      <Message key={recorded} read={mail} onRead={setMail} onTake={take} />
      <fieldset class="usa-fieldset usa-form form-long">
        <legend class="usa-legend">Form</legend>
        {Object.entries(FORMS).map(([value, label]) => (
          <div class="usa-radio" key={value}>
            <input
              class="usa-radio__input"
              type="radio"
              name="record-form"
              id={`record-form-${value}`}
              checked={form === value}
              onChange={() => choose(value === 'full' ? 'full' : 'short')}
            />
            <label class="usa-radio__label" for={`record-form-${value}`}>
              {label}
            </label>
          </div>
        ))}
      </fieldset>
      <section ref={fields} aria-label="What you record">
        <RecordForm form={form} mail={mail} onRecorded={done} />
      </section>
      <OwnRecordings own={own} />
    </>
  );
}

const FORMS = {
  short: 'Short: two answers, which a reviewer expands',
  full: 'Full: everything that the public page can show',
} as const satisfies Record<Form, string>;
