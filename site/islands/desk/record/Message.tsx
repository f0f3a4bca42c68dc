/** Upload a message, read its plain text, and take it into the form. Nothing of it is stored by being read. */
import { useRef, useState } from 'preact/hooks';
import type { MailRead } from '#schemas/recording.ts';
import { useDesk } from '../context.ts';
import { RefusedAlert } from '../forms/RefusedAlert.tsx';
import type { Refused } from '../problem.ts';
import type { ReadMail } from './RecordLesson.tsx';

type Props = {
  read: ReadMail | undefined;
  onRead: (mail: ReadMail | undefined) => void;
  onTake: (mail: MailRead) => void;
};

export function Message({ read, onRead, onTake }: Props) {
  const { calls } = useDesk();
  const input = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState<Refused>();
  const [isReading, setReading] = useState(false);
  const readIt = async () => {
    const file = input.current?.files?.[0];
    if (!file || isReading) return;
    setReading(true);
    const answer = await calls.readMail(file);
    setReading(false);
    setRefused(answer.ok ? undefined : answer.refused);
    onRead(answer.ok ? { ...answer.value, file } : undefined);
  };
  return (
    <section class="usa-form form-long" aria-labelledby="message">
      <h2 id="message">The message, if there is one</h2>
      <label class="usa-label" for="message-file">
        Message as a file
      </label>
      <div class="usa-hint" id="message-hint">
        Save it from your mail program; the file ends in “.eml”. Its plain text is read. Headers, HTML and the
        message itself are not kept.
      </div>
      <input
        class="desk-file"
        id="message-file"
        type="file"
        accept=".eml,message/rfc822"
        aria-describedby="message-hint"
        ref={input}
      />
      <p>
        <button class="usa-button usa-button--outline" type="button" onClick={() => void readIt()}>
          {isReading ? 'Reading …' : 'Read the message'}
        </button>
      </p>
      {refused && <RefusedAlert refused={refused} />}
      {read && (
        <section aria-label="Text of the message">
          <p class="desk-sheet desk-as-written">{read.text}</p>
          <button class="usa-button usa-button--outline" type="button" onClick={() => onTake(read)}>
            Put this text into the form
          </button>
        </section>
      )}
    </section>
  );
}
