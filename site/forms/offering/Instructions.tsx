/** How it is put to work, step by step. The lab follows this and nothing else, so gaps in it are part of the result. */
import { Rows } from '../fields/Rows.tsx';
import { TextArea } from '../fields/TextArea.tsx';
import { TextField } from '../fields/TextField.tsx';

export const Instructions = () => (
  <section aria-labelledby="form-instructions">
    <h2 id="form-instructions">How it is put to work</h2>
    <Rows
      name="content.instructions"
      legend="Steps"
      hint="Write for a stranger who has the product and this text, and nobody to call: install, configure for each scenario, remove. Markdown works."
      required
    >
      {(row) => (
        <>
          <TextField name={`${row}.title`} label="What does this step do?" required width="xl" />
          <TextArea
            name={`${row}.prerequisites`}
            label="What must be there before?"
            hint="Systems, accounts with the least rights that work, connections, licences, time"
            max={2_000}
            rows={3}
          />
          <TextArea
            name={`${row}.configuration`}
            label="What is to be done and set?"
            hint="Settings with their values and reasons, defaults that must be changed among them"
            required
            max={4_000}
            rows={5}
          />
          <TextArea
            name={`${row}.verification`}
            label="How does one see that it worked?"
            hint="Without the product’s own word, where that can be"
            required
            max={2_000}
            rows={3}
          />
          <TextArea
            name={`${row}.rollback`}
            label="How does one go back?"
            hint="And what remains afterwards"
            required
            max={2_000}
            rows={3}
          />
        </>
      )}
    </Rows>
  </section>
);
