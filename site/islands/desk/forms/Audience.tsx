/**
 * Who will read what is typed here. Every free text of the desk stands in one of these frames, so that nobody writes to
 * the submitter what was meant for the desk.
 */
import type { ComponentChildren } from 'preact';

const READERS = {
  desk: {
    title: 'Only the desk reads this',
    says: 'Never shown to the submitter, never in a letter, never published.',
  },
  submitter: {
    title: 'The submitter reads this',
    says: 'On their status page, word for word. Name nobody of the desk.',
  },
  public: {
    title: 'Everybody reads this',
    says: 'It is printed on the public page.',
  },
} as const;
export type Reader = keyof typeof READERS;

type Props = { reader: Reader; children: ComponentChildren };

export const Audience = ({ reader, children }: Props) => (
  <fieldset class={`usa-fieldset desk-audience desk-audience--${reader}`}>
    <legend class="desk-audience__title">{READERS[reader].title}</legend>
    <p class="desk-audience__says">{READERS[reader].says}</p>
    {children}
  </fieldset>
);
