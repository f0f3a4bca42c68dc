/** The files of a submission. Each download leaves an event with the reader’s name; so does each file that the desk adds. */
import { useState } from 'preact/hooks';
import { evidenceRefusal } from '#api/review/evidence.ts';
import type { EvidenceFile } from '#schemas/evidence.ts';
import { fileWords } from '#site/forms/evidence/words.ts';
import { useDesk } from '../context.ts';
import { RefusedAlert } from '../forms/RefusedAlert.tsx';
import type { Refused } from '../problem.ts';
import { AddFiles } from './AddFiles.tsx';
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
      {mayAdd && (
        <AddFiles scope="desk" label="Add files" onAdded={reload}>
          The submitter sees that there is a file of the desk, with its size, and cannot open it, unless a
          result of the lab lists it.
        </AddFiles>
      )}
    </section>
  );
}
