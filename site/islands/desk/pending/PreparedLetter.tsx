/** The letter of a prepared decision: read, and edited before the decision is released. */
import { z } from 'zod';
import { decision, type PendingDecision } from '#schemas/pending.ts';
import { paragraphs } from '#schemas/text.ts';
import { HiddenField } from '#site/forms/fields/HiddenField.tsx';
import { useField, useForm } from '#site/forms/form.ts';
import { useDesk } from '../context.ts';
import type { Drafts } from '../drafts.ts';
import { Audience } from '../forms/Audience.tsx';
import { DeskForm } from '../forms/DeskForm.tsx';
import { LetterText } from '../forms/LetterText.tsx';
import { useTyping } from '../forms/typing.ts';
import { mayBeStale } from '../problem.ts';

type Props = { pending: PendingDecision; onChanged: () => Promise<void> };

/** Whether it was edited from words that it would not begin with now. */
const isOutdated = ({ decision: { input }, worded }: PendingDecision) =>
  input.wording !== undefined && input.wording !== worded.wording;

const draftName = (id: string) => `pending/${id}`;

/** Whether somebody has typed another letter than the one that is saved. */
export function isUnsaved(drafts: Drafts, { id, matter }: PendingDecision): boolean {
  const typed = drafts.get(draftName(id));
  return typed !== undefined && typed.values.matter !== matter;
}

export function PreparedLetter({ pending, onChanged }: Props) {
  const { reference, matter, worded, blockedBy } = pending;
  const outdated = isOutdated(pending);
  return (
    <details>
      <summary>
        Read the letter<span class="usa-sr-only"> of {reference}</span>
      </summary>
      {outdated && (
        <>
          <p>It would be worded like this now:</p>
          <p class="note desk-as-written">{worded.matter}</p>
        </>
      )}
      {blockedBy && !outdated ? (
        <p class="desk-as-written">{matter}</p>
      ) : (
        <LetterForm pending={pending} onChanged={onChanged} />
      )}
    </details>
  );
}

/** `began`: the decision that was shown when the typing began, by when it was prepared. */
const letter = z.strictObject({ matter: paragraphs('Write the letter', 60_000), began: z.iso.datetime() });

function LetterForm({ pending, onChanged }: Props) {
  const { id, at, matter, worded, decision: prepared } = pending;
  const { calls, say } = useDesk();
  const saved = async () => {
    await onChanged();
    say('The letter is saved. It goes when the decision is released.');
  };
  const load = async (clear: () => void) => {
    await onChanged();
    clear();
  };
  return (
    <DeskForm
      name={draftName(id)}
      scope={`pending-${id}`}
      schema={letter}
      start={{ matter, began: at }}
      send={({ began, ...edited }) => {
        const input = { ...prepared.input, ...edited, wording: worded.wording };
        return calls.prepare(id, decision.parse({ ...prepared, input }), began);
      }}
      onDone={() => void saved()}
      whenRefused={(refused, clear) =>
        mayBeStale(refused) && (
          <p class="usa-alert__text">
            <button class="usa-button usa-button--outline" type="button" onClick={() => void load(clear)}>
              Show the newest, keep what I typed
            </button>
          </p>
        )
      }
      button="Save the letter"
    >
      <ChangedMeanwhile pending={pending} />
      <Audience reader="submitter">
        <LetterText required />
        <DropEdits saved={{ matter, began: at }} />
      </Audience>
    </DeskForm>
  );
}

function DropEdits({ saved }: { saved: { matter: string; began: string } }) {
  const { text } = useField('matter');
  const type = useTyping();
  if (text === saved.matter) return null;
  return (
    <p>
      <button class="usa-button usa-button--unstyled" type="button" onClick={() => type(saved)}>
        Drop my edits: the letter as it is saved
      </button>
    </p>
  );
}

/** Somebody else prepared it anew while this one was typing. */
function ChangedMeanwhile({ pending: { at, by, matter } }: Pick<Props, 'pending'>) {
  const { values } = useForm();
  const { text: began } = useField('began');
  const type = useTyping();
  return (
    <>
      <HiddenField name="began" value={began} />
      {began !== at && (
        <div class="note note--care">
          <p>{by} has prepared it anew since you began to type. The letter that is saved now reads:</p>
          <p class="desk-as-written">{matter}</p>
          <p>
            <button
              class="usa-button usa-button--outline"
              type="button"
              onClick={() => type({ ...values, began: at })}
            >
              I have read it: mine takes its place
            </button>
          </p>
        </div>
      )}
    </>
  );
}
