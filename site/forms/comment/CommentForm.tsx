/** The form of a public comment on one text. What becomes public is said before anything is asked. */
import { COMMENT_TYPE_LABELS } from '#schemas/comment.ts';
import type { Issue } from '#schemas/problem.ts';
import { Checkbox, Radios } from '../fields/Choices.tsx';
import { ErrorSummary } from '../fields/ErrorSummary.tsx';
import { HiddenField } from '../fields/HiddenField.tsx';
import { options, Select } from '../fields/Select.tsx';
import { TextArea } from '../fields/TextArea.tsx';
import { TextField } from '../fields/TextField.tsx';
import { FormContext } from '../form.ts';
import type { FormValues } from '../names.ts';
import type { CommentedText } from './texts.ts';

type Props = { text: CommentedText; values?: FormValues; issues?: readonly Issue[] };

export const COMMENTS_ACTION = '/api/comments';

export const CommentForm = ({ text, values = {}, issues = [] }: Props) => (
  <FormContext.Provider value={{ values, issues, enhanced: false }}>
    <form class="usa-form form-long" method="post" action={COMMENTS_ACTION} acceptCharset="utf-8">
      <ErrorSummary />
      <Publicity />
      <p>
        Fields marked <abbr title="required">*</abbr> are required.
      </p>
      <HiddenField name="text" value={text.id} />
      <HiddenField name="version" value={text.version} />
      <Said text={text} />
      <Contact />
      <Checkbox
        name="publish"
        label="I agree that this comment is published with what became of it, under CC BY 4.0"
        required
      />
      <button class="usa-button" type="submit">
        Send the comment
      </button>
    </form>
  </FormContext.Provider>
);

const Publicity = () => (
  <div class="note">
    <p>
      <strong>Your comment becomes public</strong>, with its section, its type, its reason and what the
      editors answer. Your name is printed only if you enter one to print. Your address and your organization
      are never published.
    </p>
  </div>
);

const Said = ({ text }: { text: CommentedText }) => (
  <section aria-labelledby="form-said">
    <h3 id="form-said">Your comment</h3>
    <Select name="section" label="Section" required>
      {options(Object.fromEntries(text.sections.map(({ id, title }) => [id, title])))}
    </Select>
    <Words />
  </section>
);

/** What is said, and under which name. */
export const Words = () => (
  <>
    <Radios name="type" legend="Type" required labels={COMMENT_TYPE_LABELS} />
    <TextArea name="comment" label="Comment" required max={4_000} rows={6} />
    <TextArea
      name="rationale"
      label="Why?"
      hint="What you have seen, a source, or what goes wrong as it stands"
      required
      max={2_000}
    />
    <TextArea
      name="suggestion"
      label="What should it say instead?"
      hint="The words that you would put there, if you have them"
      max={2_000}
    />
    <TextField
      name="shownAs"
      label="Name to print with it"
      hint="Leave it empty to stay anonymous"
      width="xl"
    />
  </>
);

const Contact = () => (
  <section aria-labelledby="form-comment-contact">
    <h3 id="form-comment-contact">How we reach you</h3>
    <TextField
      name="contact.email"
      label="E-mail address"
      hint="Like name@example.org. We send a letter there; no editor reads your comment before you have confirmed it."
      required
      type="email"
      autocomplete="email"
    />
    <TextField
      name="contact.organization"
      label="Your organization"
      hint="Only to keep editors with a conflict of interest away. Write “none” if you write for yourself."
      required
      autocomplete="organization"
    />
  </section>
);
