/** What makes a case findable and checkable: CVEs, technologies, follow-up work, figures and sources. */
import { Rows } from '../fields/Rows.tsx';
import { options, Select } from '../fields/Select.tsx';
import { TextField } from '../fields/TextField.tsx';

const STANDING_LABELS = {
  primary: 'Primary: it was there, or it decided',
  secondary: 'Secondary: it reports what others said',
} as const;

export const Details = () => (
  <section aria-labelledby="form-details">
    <h2 id="form-details">Details</h2>
    <p>All of this is optional. Rows that you leave empty are not sent.</p>
    <Rows name="content.vulnerabilities" legend="Vulnerabilities" hint="Like CVE-2021-44228" single>
      {(row, title) => <TextField name={row} label={title} width="medium" />}
    </Rows>
    <Rows
      name="content.technologies"
      legend="Products and technologies"
      hint="What was patched and what you patched it with, like “Windows Server 2019”"
      single
    >
      {(row, title) => <TextField name={row} label={title} />}
    </Rows>
    <Rows
      name="content.postPatchActions"
      legend="Work that remained after patching"
      hint="Like “rotated the service account passwords” or “looked for signs of intrusion”"
      single
    >
      {(row, title) => <TextField name={row} label={title} />}
    </Rows>
    <Measures />
    <Sources />
  </section>
);

const Measures = () => (
  <Rows
    name="content.measures"
    legend="Figures"
    hint="What you can put a number on. Conflicting figures may stand side by side."
  >
    {(row) => (
      <>
        <TextField
          name={`${row}.label`}
          label="What was measured"
          hint="Like “Time until 95 % of servers were patched”"
          required
        />
        <TextField name={`${row}.value`} label="Value" hint="Like 76, or 34 to 55" required width="small" />
        <TextField name={`${row}.unit`} label="Unit" hint="Like days or %" required width="small" />
        <TextField
          name={`${row}.source`}
          label="Where the figure is from"
          hint="Like “our own inventory”"
          required
        />
        <TextField name={`${row}.asOf`} label="Date of the figure" hint="Like 2021-12" width="small" />
        <Select name={`${row}.standing`} label="What kind of source is it?" empty="Not stated">
          {options(STANDING_LABELS)}
        </Select>
      </>
    )}
  </Rows>
);

const Sources = () => (
  <Rows
    name="content.sources"
    legend="Public sources"
    hint="Only what anybody can look up. A source that names you also names you here."
  >
    {(row) => (
      <>
        <TextField name={`${row}.title`} label="Title" required />
        <TextField name={`${row}.publisher`} label="Published by" required />
        <TextField
          name={`${row}.url`}
          label="Web address"
          hint="Like https://example.org/report"
          type="url"
        />
        <TextField name={`${row}.date`} label="Date" hint="Like 2017-10-27" width="small" />
        <Select name={`${row}.standing`} label="What kind of source is it?" required>
          {options(STANDING_LABELS)}
        </Select>
        <TextField name={`${row}.archived.url`} label="Address of an archived copy" type="url" />
        <TextField
          name={`${row}.archived.date`}
          label="Date of the archived copy"
          hint="Like 2024-03-05"
          width="small"
        />
      </>
    )}
  </Rows>
);
