/** Every field of a revision with how far it travels, also what the public will never see. */
import { useState } from 'preact/hooks';
import { fieldTexts } from '../texts.ts';
import { useOpened } from './context.ts';
import { RevisionSelect } from './RevisionSelect.tsx';
import { SectionHeading } from './SectionHeading.tsx';

export function AsSent() {
  const { revisions, revision } = useOpened().submission;
  const [chosen, choose] = useState(revision);
  const shown = revisions.find(({ number }) => number === chosen);
  return (
    <>
      <SectionHeading>As it was sent</SectionHeading>
      <p>All fields, also those that only the desk may read. What the submitter kept out was never stored.</p>
      <RevisionSelect id="sent-revision" label="Revision" {...{ revisions, chosen }} onChoose={choose} />
      {shown && (
        <dl class="desk-fields">
          {fieldTexts(shown.content)
            .filter(({ name }) => name !== 'release')
            .map(({ name, label, text, release }) => (
              <div key={name} class="desk-fields__field">
                <dt>
                  {label} <span class="desk-release">{release}</span>
                </dt>
                <dd class="desk-as-written">{text || 'Not filled in'}</dd>
              </div>
            ))}
        </dl>
      )}
    </>
  );
}
