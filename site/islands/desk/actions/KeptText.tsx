/** What was typed for an action that can no longer be done, so that it can be copied elsewhere. */
import { useReducer } from 'preact/hooks';
import type { DeskAction } from '#schemas/decisions.ts';
import type { FormValues } from '#site/forms/names.ts';
import { useDesk } from '../context.ts';
import { textsOf } from '../drafts.ts';
import { focusHeading } from '../Heading.tsx';
import { useOpened } from '../submission/context.ts';
import { ACTION_WORDS, OFFERED_ORDER } from '../words.ts';
import { draftName } from './ActionForm.tsx';

/** `wording` names the letter from which somebody began: nobody typed it. */
const typedTexts = ({ wording: _, ...values }: FormValues = {}) => textsOf(values);

export function KeptText({ offered }: { offered: readonly DeskAction[] }) {
  const { drafts } = useDesk();
  const { id } = useOpened().submission;
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const drop = (action: DeskAction) => {
    drafts.delete(draftName(id, action));
    draw(undefined);
    focusHeading();
  };
  const kept = OFFERED_ORDER.filter((action) => !offered.includes(action))
    .map((action) => ({ action, texts: typedTexts(drafts.get(draftName(id, action))?.values) }))
    .filter(({ texts }) => texts.length > 0);
  return (
    <>
      {kept.map(({ action, texts }) => (
        <section key={action} class="note note--care" aria-labelledby={`kept-${action}`}>
          <h3 id={`kept-${action}`}>{ACTION_WORDS[action].name}: no longer possible</h3>
          <p>This is what you typed. Copy what you need; it goes when you close the page.</p>
          <p class="desk-as-written">{texts.join('\n\n')}</p>
          <button class="usa-button usa-button--outline" type="button" onClick={() => drop(action)}>
            Drop it
          </button>
        </section>
      ))}
    </>
  );
}
