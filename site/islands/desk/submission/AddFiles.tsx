/** Chooses files and adds them to the submission that is open, at once. It may stand inside a form: it is no field of it. */
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { EVIDENCE_KINDS, type EvidenceFile, MOST_BYTES } from '#schemas/evidence.ts';
import { useDesk } from '../context.ts';
import { RefusedAlert } from '../forms/RefusedAlert.tsx';
import type { Refused } from '../problem.ts';
import { useOpened } from './context.ts';

type Props = {
  /** Begins the ids: a page may hold several. */
  scope: string;
  label: string;
  /** Hears what was added; nothing where some of it was refused. */
  onAdded: (files: readonly EvidenceFile[]) => Promise<void>;
  /** Who will see them. */
  children: ComponentChildren;
};

export function AddFiles({ scope, label, onAdded, children }: Props) {
  const { calls, say } = useDesk();
  const { id } = useOpened().submission;
  const input = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState<Refused>();
  const [isSending, setSending] = useState(false);
  const add = async () => {
    const files = [...(input.current?.files ?? [])];
    if (files.length === 0 || isSending) return;
    setSending(true);
    const answer = await calls.addFiles(id, files);
    setSending(false);
    setRefused(answer.ok ? undefined : answer.refused);
    if (answer.ok) say(files.length === 1 ? 'The file was added.' : `${files.length} files were added.`);
    if (answer.ok && input.current) input.current.value = '';
    await onAdded(answer.ok ? answer.value.evidence : []);
  };
  const field = `${scope}-add-files`;
  return (
    <>
      <label class="usa-label" for={field}>
        {label}
      </label>
      <div class="usa-hint" id={`${field}-hint`}>
        {EVIDENCE_KINDS}, up to {MOST_BYTES / 1024 ** 2} MB each. {children}
      </div>
      <input
        class="desk-file"
        id={field}
        type="file"
        multiple
        aria-describedby={`${field}-hint`}
        ref={input}
      />
      <p>
        <button class="usa-button usa-button--outline" type="button" onClick={() => void add()}>
          {isSending ? 'Adding …' : 'Add these files'}
        </button>
      </p>
      {refused && (
        <RefusedAlert refused={refused}>
          {refused.issues.length > 0 && (
            <ul class="usa-alert__text">
              {refused.issues.map(({ message }) => (
                <li key={message}>{message}</li>
              ))}
            </ul>
          )}
        </RefusedAlert>
      )}
    </>
  );
}
