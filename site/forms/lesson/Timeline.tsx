/** What happened when: milestones that make cases comparable. */
import { MILESTONE_LABELS } from '#schemas/vocabulary.ts';
import { Checkbox } from '../fields/Choices.tsx';
import { Rows } from '../fields/Rows.tsx';
import { options, Select } from '../fields/Select.tsx';
import { TextField } from '../fields/TextField.tsx';

export const Timeline = () => (
  <section aria-labelledby="form-timeline">
    <h2 id="form-timeline">Timeline</h2>
    <Rows
      name="content.timeline"
      legend="Events"
      hint="Add the events that you know dates of. Rows that you leave empty are not sent."
    >
      {(row) => (
        <>
          <Select name={`${row}.milestone`} label="What happened" required>
            {options(MILESTONE_LABELS)}
          </Select>
          <TextField
            name={`${row}.date`}
            label="Date"
            hint="A day, a month or a year, like 2021-12-10, 2021-12 or 2021"
            required
            width="small"
          />
          <Checkbox
            name={`${row}.precision`}
            label="The date is approximate"
            hint="It may be off by one day, month or year, whichever you wrote"
            value="about"
          />
          <TextField
            name={`${row}.note`}
            label="Note"
            hint="Up to 300 characters, like “the vendor’s bulletin, updated twice”"
          />
        </>
      )}
    </Rows>
  </section>
);
