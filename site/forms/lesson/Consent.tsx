/** What the submitter agrees to. A change of this text needs a new `CONSENT_VERSION`. */
import { CONSENT_VERSION } from '#schemas/submission.ts';
import { Checkbox } from '../fields/Choices.tsx';
import { Group } from '../fields/Group.tsx';
import { HiddenField } from '../fields/HiddenField.tsx';

export const Consent = () => (
  <section aria-labelledby="form-consent-heading">
    <h2 id="form-consent-heading">Consent</h2>
    <Group
      name="consent"
      legend="Before you send it"
      hint="Nothing is published until you have read the exact text and signed it off. You can withdraw at any time before that."
    >
      <HiddenField name="consent.textVersion" value={CONSENT_VERSION} />
      <Checkbox
        name="consent.publish"
        label="I agree that the text is published under CC BY 4.0, once I have signed it off"
        required
      />
      <Checkbox
        name="consent.authority"
        label="I may share this: it breaks no duty of secrecy that I or my organization have"
        required
      />
    </Group>
  </section>
);
