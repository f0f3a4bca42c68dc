/**
 * The files of a submission, and the form that adds some. Plain forms: several files go in one post, and what is refused
 * comes back beside what was taken. `site/islands/evidence` sends one by one instead, and finds its places by `data-`.
 */
import { ENDINGS, EVIDENCE_KINDS, type EvidenceFile, MOST_BYTES, MOST_FILES } from '#schemas/evidence.ts';
import type { Issue } from '#schemas/problem.ts';
import { Checkbox } from '../fields/Choices.tsx';
import { ErrorSummary } from '../fields/ErrorSummary.tsx';
import { Labelled } from '../fields/Labelled.tsx';
import { FormContext } from '../form.ts';
import { fileWords } from './words.ts';

type Props = {
  /** The submission. */
  id: string;
  files: readonly EvidenceFile[];
  /** Why no files can be added now, in a sentence. */
  closed: string | undefined;
  issues: readonly Issue[];
};

/** `.jpg` is one of two common endings of its kind, as `.md` and `.txt` are. */
const ACCEPTED = [...Object.values(ENDINGS), 'jpeg', 'markdown', 'log']
  .map((ending) => `.${ending}`)
  .join(',');

export function EvidenceSection({ id, files, closed, issues }: Props) {
  const address = `/api/submissions/${encodeURIComponent(id)}/evidence`;
  return (
    <section class="evidence" id="evidence" aria-labelledby="evidence-title" data-most-bytes={MOST_BYTES}>
      <div class="prose">
        <h2 id="evidence-title" tabIndex={-1}>
          Evidence files
        </h2>
        <p>
          Only you and those who review your submission can download them. They are never published, and you
          can remove yours at any time.
        </p>
      </div>
      <ul class="evidence-files" data-files>
        {files.map((file) =>
          file.addedBy === 'desk' ? (
            <DeskEntry key={file.id} file={file} />
          ) : (
            <FileEntry key={file.id} address={address} file={file} />
          ),
        )}
      </ul>
      <template data-entry>
        <FileEntry address={address} file={UNNAMED} />
      </template>
      {closed || files.filter(({ addedBy }) => addedBy === 'submitter').length >= MOST_FILES ? (
        <NoMore reason={closed ?? FULL} issues={issues} />
      ) : (
        <AddFiles address={address} issues={issues} />
      )}
    </section>
  );
}

/** An entry that is filled in by the script. */
const UNNAMED: EvidenceFile = {
  id: 'new',
  name: 'file',
  type: 'text/plain',
  bytes: 1,
  addedBy: 'submitter',
};

const FileEntry = ({ address, file }: { address: string; file: EvidenceFile }) => (
  <li class="evidence-files__file">
    <span>
      <a class="evidence-files__name" href={`${address}/${file.id}`} data-name>
        {file.name}
      </a>{' '}
      <span class="usa-hint" data-words>
        {fileWords(file)}
      </span>
    </span>
    <form method="post" action={`${address}/${file.id}/remove`} data-remove={`${address}/${file.id}`}>
      <button class="usa-button usa-button--unstyled" type="submit">
        Remove
        <span class="usa-sr-only" data-name>
          {` ${file.name}`}
        </span>
      </button>
    </form>
  </li>
);

/** The submitter knows that there is one; what is in it is for the review. */
const DeskEntry = ({ file }: { file: EvidenceFile }) => (
  <li class="evidence-files__file">
    <span>
      <span class="evidence-files__name">{file.name}</span>{' '}
      <span class="usa-hint">{fileWords(file)}, added by the desk for the review</span>
    </span>
  </li>
);

const FULL = `There are ${MOST_FILES} files of yours, and no more can be added. Remove one to add another.`;

/** In place of the form, with what was refused of the last post: there is no field to lead to. */
const NoMore = ({ reason, issues }: { reason: string; issues: readonly Issue[] }) => (
  <FormContext.Provider
    value={{ values: {}, issues: issues.map(({ message }) => ({ path: '', message })), enhanced: false }}
  >
    <ErrorSummary />
    <p>{reason}</p>
  </FormContext.Provider>
);

function AddFiles({ address, issues }: { address: string; issues: readonly Issue[] }) {
  return (
    <FormContext.Provider value={{ values: {}, issues, enhanced: false, scope: 'evidence' }}>
      <form
        class="usa-form form-long"
        method="post"
        action={address}
        encType="multipart/form-data"
        acceptCharset="utf-8"
        data-add
      >
        <ErrorSummary />
        <Labelled name="files" label="Add files" required hint={<Rules />}>
          {(attributes) => (
            <input {...attributes} class="evidence-choice" type="file" multiple accept={ACCEPTED} />
          )}
        </Labelled>
        <Checkbox
          name="keepNames"
          label="Keep the names of the files"
          hint="Otherwise they are called evidence-1, evidence-2 and so on: names often tell who made a file, and for whom."
        />
        <button class="usa-button" type="submit">
          Add these files
        </button>
      </form>
    </FormContext.Provider>
  );
}

const Rules = () => (
  <>
    {EVIDENCE_KINDS}, up to {MOST_FILES} files of {MOST_BYTES / 1024 ** 2} MB. We rebuild each file: authors,
    places, comments, attachments, formulas and earlier versions are left out. What can be seen on its pages
    stays, so black out names before you add it.
  </>
);
