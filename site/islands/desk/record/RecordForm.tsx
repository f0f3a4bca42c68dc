/** The form of a recorded lesson: how it came, what its source agreed to, how to reach them, what they told, and files. */
import { useRef } from 'preact/hooks';
import { MOST_BYTES, MOST_FILES } from '#schemas/evidence.ts';
import { type Recorded, type Recording, recording } from '#schemas/recording.ts';
import { CONSENT_VERSION } from '#schemas/submission.ts';
import { SECTOR_LABELS } from '#schemas/vocabulary.ts';
import { RECORDING_LABELS } from '#schemas/workflow.ts';
import { Checkbox, Checkboxes, Radios } from '#site/forms/fields/Choices.tsx';
import { HiddenField } from '#site/forms/fields/HiddenField.tsx';
import { Labelled } from '#site/forms/fields/Labelled.tsx';
import { options, Select } from '#site/forms/fields/Select.tsx';
import { TextArea } from '#site/forms/fields/TextArea.tsx';
import { TextField } from '#site/forms/fields/TextField.tsx';
import { LessonSections } from '#site/forms/lesson/LessonForm.tsx';
import { useDesk } from '../context.ts';
import { DeskForm } from '../forms/DeskForm.tsx';
import type { ReadMail } from './RecordLesson.tsx';
import { DRAFT, type Form } from './two-forms.ts';

type Props = { form: Form; mail: ReadMail | undefined; onRecorded: () => Promise<void> };

export function RecordForm({ form, mail, onRecorded }: Props) {
  const { calls, say, steps } = useDesk();
  const files = useRef<HTMLInputElement>(null);
  const send = (told: Recording) => calls.record(told, [...(files.current?.files ?? [])], mail?.file);
  const done = async (answer: Recorded) => {
    say(wordsOf(answer));
    await onRecorded();
  };
  return (
    <DeskForm
      name={DRAFT}
      scope="record"
      schema={recording}
      button="Record it and write to its source"
      send={send}
      onDone={(answer) => void done(answer)}
    >
      <HiddenField name="form" value={form} />
      <HowItCame />
      <Source />
      {form === 'short' ? <TwoAnswers /> : <LessonSections steps={steps} />}
      <section aria-labelledby="record-files">
        <h2 id="record-files">Files</h2>
        {mail && mail.attachments.length > 0 && (
          <Checkboxes
            name="attachments"
            legend="Attachments of the message to keep as evidence"
            labels={Object.fromEntries(
              mail.attachments.map(({ number, name, bytes }) => [number, `${name}, ${size(bytes)}`]),
            )}
          />
        )}
        <label class="usa-label" for="record-more-files">
          Other files that they gave you
        </label>
        <div class="usa-hint" id="record-more-files-hint">
          With the attachments at most {MOST_FILES}, each of up to {MOST_BYTES / 1024 ** 2} MB. Each is
          rebuilt without its metadata.
        </div>
        <input
          class="desk-file"
          id="record-more-files"
          type="file"
          multiple
          aria-describedby="record-more-files-hint"
          ref={files}
        />
      </section>
    </DeskForm>
  );
}

const HowItCame = () => (
  <section aria-labelledby="record-how">
    <h2 id="record-how">How it came</h2>
    <Radios name="way" legend="How did it reach you?" required labels={RECORDING_LABELS} />
    <Labelled name="receivedOn" label="On which day?" required>
      {(attributes, text) => (
        <input {...attributes} class="usa-input usa-input--medium" type="date" value={text} />
      )}
    </Labelled>
    <TextArea
      name="consent.words"
      label="Who agreed, when, and to what?"
      hint="Their own words where you have them. The source reads this too."
      required
      max={1_000}
    />
    <HiddenField name="consent.textVersion" value={CONSENT_VERSION} />
    <Checkbox
      name="consent.publish"
      label="They agreed that the text is published under CC BY 4.0, once they have signed it off"
      required
    />
  </section>
);

const Source = () => (
  <section aria-labelledby="record-source">
    <h2 id="record-source">How we reach the source</h2>
    <p>Stored apart from the text and never published. The letter with the code goes to this address.</p>
    <TextField name="contact.name" label="Their name, or what we should call them" required />
    <TextField name="contact.email" label="Their e-mail address" required type="email" />
    <TextField
      name="contact.organization"
      label="Their organization"
      hint="Only to keep people with a conflict of interest away. Write “none” if they speak for themselves."
      required
    />
  </section>
);

/** The fields of the short form, asked of whoever writes for somebody else. */
const TwoAnswers = () => (
  <section aria-labelledby="record-told">
    <h2 id="record-told">What they told</h2>
    <TextArea
      name="content.happened"
      label="What happened?"
      hint="In their words as far as possible. Leave out names of people and customers."
      required
      max={2_000}
      rows={7}
    />
    <TextArea
      name="content.differently"
      label="What would they do differently, or again?"
      required
      max={2_000}
      rows={5}
    />
    <Select name="content.sector" label="Their sector" empty="Not known, or rather not say">
      {options(SECTOR_LABELS)}
    </Select>
  </section>
);

const size = (bytes: number) => `${Math.max(1, Math.round(bytes / 1024)).toLocaleString('en')} kB`;

function wordsOf({ reference, refused }: Recorded): string {
  const files = refused.map(({ name, message }) => ` ${name} was not taken: ${message}`).join('');
  return `Recorded as ${reference}. Its source was written to, and the desk sees it once they have confirmed it.${files}`;
}
