/** The files of a submission. Each download leaves an event with the reader’s name. */
import { fileWords } from '#site/forms/evidence/words.ts';
import { useOpened } from './context.ts';

export function EvidenceFiles() {
  const { id, evidence } = useOpened().submission;
  if (evidence.length === 0) return null;
  return (
    <section aria-labelledby="evidence">
      <h3 id="evidence">Evidence files</h3>
      <p>
        They were rebuilt without metadata; what their pages show may still name somebody. If you download
        one, that is recorded with your name.
      </p>
      <ul>
        {evidence.map((file) => (
          <li key={file.id}>
            <a href={`/api/desk/submissions/${id}/evidence/${file.id}`} download={file.name}>
              {file.name}
            </a>
            , {fileWords(file)}
          </li>
        ))}
      </ul>
    </section>
  );
}
