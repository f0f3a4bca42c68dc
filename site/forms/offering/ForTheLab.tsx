/** How the lab gets the product. Not printed, unless the vendor wants everybody to know it. */
import { offeringContent } from '#schemas/offering.ts';
import { RELEASE_LEVEL_LABELS } from '#schemas/vocabulary.ts';
import { options, Select } from '../fields/Select.tsx';
import { TextArea } from '../fields/TextArea.tsx';

const LEVELS = offeringContent.shape.release.unwrap().shape.access.unwrap().options;

export const ForTheLab = () => (
  <section aria-labelledby="form-lab">
    <h2 id="form-lab">For the lab</h2>
    <TextArea
      name="content.access"
      label="How does the lab get it?"
      hint="Licence, trial, hardware, and what you would lend. Where it cannot be tried in a lab, say why a claim should be believed without."
      required
      max={2_000}
      rows={4}
    />
    <Select name="content.release.access" label="Who may see that?" preset={LEVELS[0]}>
      {options(RELEASE_LEVEL_LABELS, LEVELS)}
    </Select>
  </section>
);
