/** Who answers the questions of the lab. Kept with the contact of the submitter, apart from the offering. */
import { Group } from '../fields/Group.tsx';
import { TextField } from '../fields/TextField.tsx';

export const LabContact = () => (
  <section aria-labelledby="form-lab-contact">
    <h2 id="form-lab-contact">Who answers the lab</h2>
    <Group
      name="contact.lab"
      legend="Somebody who knows the product"
      hint="Kept apart, read by editors, who pass it to the lab when the tests begin. Never published."
    >
      <TextField name="contact.lab.name" label="Their name" required />
      <TextField name="contact.lab.email" label="Their e-mail address" required type="email" />
    </Group>
  </section>
);
