/** A value that the form sends without asking. Its message, if there is one, still needs a place. */
import { useField } from '../form.ts';
import { Message } from './Labelled.tsx';

export function HiddenField({ name, value }: { name: string; value: string }) {
  const { id, message } = useField(name);
  return (
    <>
      <input type="hidden" name={name} value={value} />
      {message && (
        <div id={id} tabIndex={-1}>
          <Message id={id} text={message} />
        </div>
      )}
    </>
  );
}
