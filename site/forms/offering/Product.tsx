/** What is offered: by whom, which product, which version. A claim is about a version and goes stale with the next. */
import { TextArea } from '../fields/TextArea.tsx';
import { TextField } from '../fields/TextField.tsx';

export const Product = () => (
  <section aria-labelledby="form-product">
    <h2 id="form-product">The product</h2>
    <TextField name="content.vendor" label="Vendor" hint="Who makes and supports it" required />
    <TextField name="content.product" label="Product or service" required width="xl" />
    <TextField
      name="content.version"
      label="Version"
      hint="The one that can be had now and that your claims are about, like “4.2” or “as of November 2026”"
      required
      width="medium"
    />
    <TextArea
      name="content.summary"
      label="What is it?"
      hint="One or two sentences without adjectives, in one paragraph. This is what others read in a list."
      required
      max={300}
      rows={3}
    />
  </section>
);
