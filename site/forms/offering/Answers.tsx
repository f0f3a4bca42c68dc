/** The eight questions on software maintenance: what patches must be patched too. */
import type { OfferChoices } from '#site/record/offer-choices.ts';
import { Group } from '../fields/Group.tsx';
import { TextArea } from '../fields/TextArea.tsx';

export const Answers = ({ choices }: { choices: OfferChoices }) => (
  <section aria-labelledby="form-answers">
    <h2 id="form-answers">Eight questions on its own updates</h2>
    <Group
      name="content.answers"
      legend="What any supplier should be asked"
      hint="Your answers are printed with the offering. A plain “no” is easier to plan for than “of course”."
      required
    >
      {choices.questions.map(({ id, asks, goodAnswer }) => (
        <TextArea
          key={id}
          name={`content.answers.${id}`}
          label={asks}
          hint={`A good answer holds: ${goodAnswer}`}
          required
          max={2_000}
          rows={4}
        />
      ))}
    </Group>
  </section>
);
