/** The short form: two questions, and the sector if one likes. Reviewers ask for the rest. */
import { SECTOR_LABELS } from '#schemas/vocabulary.ts';
import { options, Select } from '../fields/Select.tsx';
import { TextArea } from '../fields/TextArea.tsx';

export const ShortLesson = () => (
  <section aria-labelledby="form-short">
    <h2 id="form-short">Your lesson in two minutes</h2>
    <TextArea
      name="content.happened"
      label="What happened?"
      hint="What had to be patched, and what went well or wrong. Leave out names of people and customers."
      required
      max={2_000}
      rows={7}
    />
    <TextArea
      name="content.differently"
      label="What would you do differently, or again?"
      hint="What others should take from it"
      required
      max={2_000}
      rows={5}
    />
    <Select name="content.sector" label="Your sector" empty="Rather not say">
      {options(SECTOR_LABELS)}
    </Select>
    <p class="usa-hint">
      You appear anonymously. A reviewer turns this into a full text together with you, and you sign that text
      before it is published.
    </p>
  </section>
);
