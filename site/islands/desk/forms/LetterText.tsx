/** The words of a letter, whole: one reads it before it goes. */
import { TextArea } from '#site/forms/fields/TextArea.tsx';
import { useField } from '#site/forms/form.ts';

const FEWEST = 8;
const MOST = 24;
/** Characters that fit on a line, about. */
const WIDTH = 44;

export function LetterText({ hint, required }: { hint?: string; required?: boolean }) {
  const { text } = useField('matter');
  const lines = text.split('\n').reduce((sum, line) => sum + 1 + Math.floor(line.length / WIDTH), 0);
  return (
    <div class="desk-letter-text">
      <TextArea
        name="matter"
        label="The letter"
        hint={hint}
        required={required}
        max={60_000}
        rows={Math.min(MOST, Math.max(FEWEST, lines))}
      />
    </div>
  );
}
