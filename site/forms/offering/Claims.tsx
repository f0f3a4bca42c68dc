/** What it does, which requirements of the call that addresses, and what it does not do. */
import type { VNode } from 'preact';
import { CAPABILITY_LABELS, SCENARIO_LABELS } from '#schemas/vocabulary.ts';
import { PATHS } from '#site/paths.ts';
import type { OfferChoices } from '#site/record/offer-choices.ts';
import { Rows } from '../fields/Rows.tsx';
import { options, Select } from '../fields/Select.tsx';
import { TextArea } from '../fields/TextArea.tsx';

type Props = { choices: OfferChoices };

export const Claims = ({ choices }: Props) => (
  <section aria-labelledby="form-claims">
    <h2 id="form-claims">What it does</h2>
    <Rows
      name="content.claims"
      legend="Capabilities and claims"
      hint="One claim a row, written so that a lab can try it. Compare it with no other product."
      required
    >
      {(row) => (
        <>
          <Select name={`${row}.capability`} label="What does it do?" required>
            {options(CAPABILITY_LABELS)}
          </Select>
          <TextArea
            name={`${row}.claim`}
            label="What do you claim?"
            hint="Like “Stops a release to all rings within one minute of one command”"
            required
            max={500}
            rows={3}
          />
          <Select
            name={`${row}.requirement`}
            label="Which requirement of the call does that address?"
            empty="None of them"
          >
            {requirementOptions(choices)}
          </Select>
        </>
      )}
    </Rows>
    <p>
      The requirements in full: <a href={PATHS.call}>Capabilities and lessons sought</a>.
    </p>
    <TextArea
      name="content.limits"
      label="What does it not do?"
      hint="Kinds of asset, sizes and situations for which a claim does not hold. A named limit is not held against a product."
      required
      max={2_000}
      rows={5}
    />
  </section>
);

/** Grouped by scenario, in the order of the call. */
function requirementOptions({ requirements }: OfferChoices): VNode[] {
  return [...Map.groupBy(requirements, ({ scenario }) => scenario)].map(([scenario, ofScenario]) => (
    <optgroup key={scenario} label={SCENARIO_LABELS[scenario]}>
      {ofScenario.map(({ id, capability, requires }) => (
        <option key={id} value={id}>
          {CAPABILITY_LABELS[capability]}: {requires}
        </option>
      ))}
    </optgroup>
  ));
}
