/** The organization as readers see it. What the chosen way of appearing does not show is neither sent nor stored. */
import { ENVIRONMENT_LABELS, SECTOR_LABELS, SIZE_BAND_LABELS } from '#schemas/vocabulary.ts';
import { Checkboxes, Radios } from '../fields/Choices.tsx';
import { Group } from '../fields/Group.tsx';
import { options, Select } from '../fields/Select.tsx';
import { TextField } from '../fields/TextField.tsx';
import { useForm } from '../form.ts';
import { textAt } from '../names.ts';

const ATTRIBUTION_LABELS = {
  anonymous: 'Anonymous: readers see the sector and where the patches went',
  described: 'Described: readers see your description, the sector, the size and the region',
  named: 'Named: readers see the name, the sector, the size and the region',
} as const;

export function HowYouAppear() {
  const { values, enhanced } = useForm();
  const attribution = textAt(values, 'content.organization.attribution');
  // Without scripts nothing can be hidden, so every question is asked, and the hints say when it does not count.
  const asks = (...ways: string[]) => !enhanced || ways.includes(attribution);
  return (
    <section aria-labelledby="form-how-you-appear">
      <h2 id="form-how-you-appear">How your organization appears</h2>
      <Group name="content.organization" legend="Your organization, as readers see it">
        <Radios
          name="content.organization.attribution"
          legend="How should it appear?"
          required
          labels={ATTRIBUTION_LABELS}
        />
        {asks('named') && <Name />}
        {asks('described') && <Description />}
        <Select name="content.organization.sector" label="Sector" required>
          {options(SECTOR_LABELS)}
        </Select>
        {asks('named', 'described') && <SizeAndRegion />}
        <Checkboxes
          name="content.organization.environments"
          legend="Where did the patches go?"
          labels={ENVIRONMENT_LABELS}
        />
      </Group>
    </section>
  );
}

const Name = () => (
  <TextField
    name="content.organization.name"
    label="Name of the organization"
    hint="Needed only if it is to be named; otherwise it is dropped as soon as it arrives"
  />
);

const Description = () => (
  <TextField
    name="content.organization.description"
    label="Description"
    hint="Needed only if it is to be described. Like “a regional hospital group”; nothing that only one organization fits."
    width="xl"
  />
);

const SizeAndRegion = () => (
  <>
    <Select
      name="content.organization.sizeBand"
      label="Size"
      hint="Needed if the organization is named or described; never shown if it is anonymous"
    >
      {options(SIZE_BAND_LABELS)}
    </Select>
    <TextField
      name="content.organization.region"
      label="Region"
      hint="No smaller than a country, like “Western Europe”; never shown if the organization is anonymous"
    />
  </>
);
