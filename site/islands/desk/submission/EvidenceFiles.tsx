/** The files of a submission. Each download leaves an event with the reader’s name; so does each file that the desk adds. */
import { useRef, useState } from 'preact/hooks';
import { evidenceRefusal } from '#api/review/evidence.ts';
import { EVIDENCE_KINDS, type EvidenceFile, MOST_BYTES } from '#schemas/evidence.ts';
import { fileWords } from '#site/forms/evidence/words.ts';
import { useDesk } from '../context.ts';
import { RefusedAlert } from '../forms/RefusedAlert.tsx';
import type { Refused } from '../problem.ts';
import { useOpened } from './context.ts';

export function EvidenceFiles() {
  const { submission, reload } = useOpened();
  const { calls, say } = useDesk();
  const { id, state, evidence } = submission;
  const [refused, setRefused] = useState<Refused>();
  const remove = async ({ id: fileId, name }: EvidenceFile) => {
    const answer = await calls.removeFile(id, fileId);
    setRefused(answer.ok ? undefined : answer.refused);
    if (answer.ok) say(`${name} was removed.`);
    await reload();
  };
  const mayAdd = !evidenceRefusal(state);
  if (evidence.length === 0 && !mayAdd) return null;
  return (
    <section aria-labelledby="evidence">
      <h3 id="evidence">Evidence files</h3>
      {evidence.length > 0 && (
        <p>
          They were rebuilt without metadata; what their pages show may still name somebody. If you download
          one, that is recorded with your name.
        </p>
      )}
      <ul>
        {evidence.map((file) => (
          <li key={file.id}>
            <a href={`/api/desk/submissions/${id}/evidence/${file.id}`} download={file.name}>
              {file.name}
            </a>
            , {fileWords(file)}
            {file.addedBy === 'desk' && (
              <>
                , added by the desk{' '}
                <button
                  class="usa-button usa-button--unstyled"
                  type="button"
                  onClick={() => void remove(file)}
                >
                  Remove<span class="usa-sr-only"> {file.name}</span>
                </button>
              </>
            )}
          </li>
        ))}
      </ul>
      {refused && <RefusedAlert refused={refused} />}
      {mayAdd && <AddFiles id={id} onAdded={reload} />}
    </section>
  );
}

function AddFiles({ id, onAdded }: { id: string; onAdded: () => Promise<void> }) {
  const { calls, say } = useDesk();
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
    await onAdded();
  };
  return (
    <>
      <label class="usa-label" for="desk-files">
        Add files
      </label>
      <div class="usa-hint" id="desk-files-hint">
        {EVIDENCE_KINDS}, up to {MOST_BYTES / 1024 ** 2} MB each. The submitter sees that there is a file of
        the desk, with its size, and cannot open it.
      </div>
      <input
        class="desk-file"
        id="desk-files"
        type="file"
        multiple
        aria-describedby="desk-files-hint"
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
