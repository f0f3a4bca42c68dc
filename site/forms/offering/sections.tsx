/**
 * The parts of the offering form in the order in which it asks. Each owns the fields named here and no other, so that a
 * form in steps can print one a page.
 */
import type { ComponentType } from 'preact';
import type { OfferChoices } from '#site/record/offer-choices.ts';
import { Consent } from '../lesson/Consent.tsx';
import { ContactDetails } from '../lesson/ContactDetails.tsx';
import { Answers } from './Answers.tsx';
import { Claims } from './Claims.tsx';
import { ForTheLab } from './ForTheLab.tsx';
import { Instructions } from './Instructions.tsx';
import { LabContact } from './LabContact.tsx';
import { Product } from './Product.tsx';
import { WhereItFits } from './WhereItFits.tsx';

export type OfferingSection = {
  /** The last part of its address, once it has one. */
  id: string;
  title: string;
  Component: ComponentType<{ choices: OfferChoices }>;
  /** Fields, and groups of fields, by the path into the body. */
  names: readonly string[];
};

/** What is reviewed: sent again after changes were requested, and edited at the desk. */
export const CONTENT_SECTIONS: readonly OfferingSection[] = [
  {
    id: 'product',
    title: 'The product',
    Component: Product,
    names: ['content.vendor', 'content.product', 'content.version', 'content.summary'],
  },
  { id: 'claims', title: 'What it does', Component: Claims, names: ['content.claims', 'content.limits'] },
  {
    id: 'where-it-fits',
    title: 'Where it fits',
    Component: WhereItFits,
    names: ['content.scenarios', 'content.roles'],
  },
  {
    id: 'instructions',
    title: 'How it is put to work',
    Component: Instructions,
    names: ['content.instructions'],
  },
  { id: 'answers', title: 'Eight questions', Component: Answers, names: ['content.answers'] },
  {
    id: 'lab',
    title: 'For the lab',
    Component: ForTheLab,
    names: ['content.access', 'content.release'],
  },
];

export const OFFERING_SECTIONS: readonly OfferingSection[] = [
  ...CONTENT_SECTIONS,
  { id: 'lab-contact', title: 'Who answers the lab', Component: LabContact, names: ['contact.lab'] },
  {
    id: 'contact',
    title: 'How we reach you',
    Component: ContactDetails,
    names: ['contact.name', 'contact.email', 'contact.organization'],
  },
  { id: 'consent', title: 'Consent', Component: Consent, names: ['consent'] },
];
