/** The form that sends an offering. Hydrated, it also takes and gives a file. */
import type { ComponentChildren } from 'preact';
import { PATHS } from '#site/paths.ts';
import type { OfferChoices } from '#site/record/offer-choices.ts';
import { SubmissionForm, type SubmissionFormProps } from '../SubmissionForm.tsx';
import { CONTENT_SECTIONS, OFFERING_SECTIONS, type OfferingSection } from './sections.tsx';

export const OFFERING_FORM_ID = 'offering-form';

/** What was sent and came back, with what needs attention: handed on to the script of the page as it is. */
export type ReturnedOffering = Pick<SubmissionFormProps, 'values' | 'issues'> & { choices: OfferChoices };

type Props = SubmissionFormProps & {
  choices: OfferChoices;
  /** What is said of this form before anything else. */
  notice?: ComponentChildren;
  /** More to do beside sending it. */
  children?: ComponentChildren;
};

export const OfferingForm = ({ choices, notice, children, ...form }: Props) => (
  <SubmissionForm
    {...form}
    id={OFFERING_FORM_ID}
    kind="offering"
    notice={
      <>
        {notice}
        <NoEndorsement />
      </>
    }
  >
    <Sections of={OFFERING_SECTIONS} choices={choices} />
    {children}
  </SubmissionForm>
);

/** The offering itself, without contact and consent. */
export const OfferingSections = ({ choices }: { choices: OfferChoices }) => (
  <Sections of={CONTENT_SECTIONS} choices={choices} />
);

const Sections = ({ of, choices }: { of: readonly OfferingSection[]; choices: OfferChoices }) => (
  <>
    {of.map(({ id, Component }) => (
      <Component key={id} choices={choices} />
    ))}
  </>
);

const NoEndorsement = () => (
  <p class="note note--care">
    <strong>Being listed is no endorsement.</strong> Your words are printed as yours, results of the lab stand
    beside them, and you have no veto on those.{' '}
    <a href={`${PATHS.call}#responsive`}>What an offering states</a>
  </p>
);
