/** Every field of a revision with how far it travels, also what the public will never see. */
import type { Content } from '#schemas/submission.ts';
import { fieldTexts } from '#site/record/sent-texts.ts';
import { useDesk } from '../context.ts';

export const FieldList = ({ content }: { content: Content }) => (
  <dl class="desk-fields">
    {fieldTexts(content, useDesk())
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
);
