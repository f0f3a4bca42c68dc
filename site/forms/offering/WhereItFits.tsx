/** The scenarios that it serves, and its places in the reference architectures. */
import type { VNode } from 'preact';
import { SCENARIO_LABELS } from '#schemas/vocabulary.ts';
import type { OfferChoices } from '#site/record/offer-choices.ts';
import { Checkboxes } from '../fields/Choices.tsx';
import { Rows } from '../fields/Rows.tsx';
import { Select } from '../fields/Select.tsx';

export const WhereItFits = ({ choices }: { choices: OfferChoices }) => (
  <section aria-labelledby="form-where-it-fits">
    <h2 id="form-where-it-fits">Where it fits</h2>
    <Checkboxes
      name="content.scenarios"
      legend="Which scenarios does it serve?"
      required
      labels={SCENARIO_LABELS}
    />
    <Rows
      name="content.roles"
      legend="Which places does it take in the reference architectures?"
      hint="Choose those that it fills by itself."
      single
    >
      {(row, title) => (
        <Select name={row} label={title} empty="None">
          {roleOptions(choices)}
        </Select>
      )}
    </Rows>
  </section>
);

/** Grouped by architecture, in their order. */
function roleOptions({ roles }: OfferChoices): VNode[] {
  return [...Map.groupBy(roles, ({ architecture }) => architecture)].map(([architecture, places]) => (
    <optgroup key={architecture} label={architecture}>
      {places.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </optgroup>
  ));
}
