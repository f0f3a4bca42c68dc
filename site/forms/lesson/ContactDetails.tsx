/** How to reach the submitter. Stored apart from the text and never published. */
import { TextField } from '../fields/TextField.tsx';

export const ContactDetails = () => (
  <section aria-labelledby="form-contact">
    <h2 id="form-contact">How we reach you</h2>
    <p>
      Stored apart from your text and read by editors only. Each time one of them reads it, that is recorded.
      It is never published.
    </p>
    <TextField
      name="contact.name"
      label="Your name, or what we should call you"
      required
      autocomplete="name"
    />
    <TextField
      name="contact.email"
      label="E-mail address"
      hint="Like name@example.org. We send a letter there; nobody reads your text before you have confirmed it."
      required
      type="email"
      autocomplete="email"
    />
    <TextField
      name="contact.organization"
      label="Your organization"
      hint="Asked of everyone, only to keep reviewers with a conflict of interest away. Write “none” if you write for yourself."
      required
      autocomplete="organization"
    />
  </section>
);
