/**
 * What the lab found in one run of a procedure: the verdict and what it is about, each step folded away, and beside it what
 * the vendor says. The same on the site, on the status page and at the desk.
 */
import type { ComponentChildren, VNode } from 'preact';
import type { Staleness } from '#api/review/lab-runs.ts';
import {
  LAB_STEP_RESULT_LABELS,
  type LabFile,
  type PublishedLabRun,
  type TriedStep,
} from '#schemas/lab-run.ts';
import { LAB_VERDICT_LABELS, type LabVerdict } from '#schemas/lab-test.ts';
import { longDate } from '#site/dates.ts';
import { fileWords } from '#site/forms/evidence/words.ts';
import { Fact } from './Facts.tsx';
import { Markdown } from './markdown.tsx';

const STALE_TEXT = {
  age: 'Stale: this result is more than 12 months old.',
  version: 'Stale: the product has had a new major version since.',
} as const satisfies Record<Staleness, string>;

type Level = 3 | 4 | 5;

/** `href`: where this reader downloads it, if they may. `note`: what else they should know of it. */
export type ShownFile = LabFile & { href?: string | undefined; note?: string | undefined };

type Props = {
  run: Omit<
    PublishedLabRun,
    'schemaVersion' | 'offering' | 'stay' | 'procedure' | 'instructionsHash' | 'by' | 'files'
  > & {
    files?: readonly ShownFile[] | undefined;
  };
  /** The heading: the title of the procedure, which may be a link. */
  title: ComponentChildren;
  level: Level;
  id?: string | undefined;
  stale?: Staleness | undefined;
  /** Whether the vendor has changed the instructions since the lab followed them. */
  changed?: boolean | undefined;
  /** What stands at the end, such as a form. */
  children?: ComponentChildren;
};

/** The verdict in a word. */
export const VerdictTag = ({ verdict }: { verdict: LabVerdict }): VNode => (
  <span class={`verdict verdict--${verdict}`}>{LAB_VERDICT_LABELS[verdict]}</span>
);

export function LabRun({ run, title, level, id, stale, changed, children }: Props): VNode {
  const Heading = `h${level}` as const;
  return (
    <article class="lab-run" id={id}>
      <Heading>{title}</Heading>
      <p>
        <VerdictTag verdict={run.verdict} />
        {stale && <span class="lab-run__stale"> {STALE_TEXT[stale]}</span>}
        {changed && <span class="lab-run__stale"> The vendor has changed the instructions since.</span>}
      </p>
      <Markdown text={run.summary} heading={level + 1} />
      <dl class="facts">
        <Fact name="Version tried">{run.productVersion}</Fact>
        <Fact name="On">
          <time dateTime={run.ranOn}>{longDate(run.ranOn)}</time>
        </Fact>
        <Fact name="Procedure">version {run.procedureVersion}</Fact>
      </dl>
      <details>
        <summary>What was seen at each step</summary>
        <p>
          <strong>Tried on.</strong>
        </p>
        <Markdown text={run.environment} heading={level + 1} />
        <ol>
          {run.results.map((step) => (
            <Tried key={step.do} step={step} level={level} />
          ))}
        </ol>
      </details>
      <Files files={run.files ?? []} />
      <Statement statement={run.statement} level={level} />
      {children}
    </article>
  );
}

const Tried = ({ step, level }: { step: TriedStep; level: Level }): VNode => (
  <li>
    <p>
      {step.do} <strong>{LAB_STEP_RESULT_LABELS[step.result]}.</strong>
      {step.decisive && ' Decisive.'}
    </p>
    <p class="lab-run__expected">Expected: {step.expect}</p>
    {step.seen && <Markdown text={step.seen} heading={level + 1} />}
  </li>
);

const Files = ({ files }: { files: readonly ShownFile[] }): VNode | null =>
  files.length === 0 ? null : (
    <details>
      <summary>Files that the lab kept of this run: {files.length}</summary>
      <p>They are not published. By its SHA-256, whoever has one of them can show that it is the one.</p>
      <ul>
        {files.map((file) => (
          <li key={file.sha256}>
            {file.href ? (
              <a href={file.href} download={file.name}>
                {file.name}
              </a>
            ) : (
              file.name
            )}
            , {fileWords(file)}
            {file.note && `. ${file.note}`}
            <br />
            SHA-256 <code class="provenance__hash">{file.sha256}</code>
          </li>
        ))}
      </ul>
    </details>
  );

const Statement = ({ statement, level }: { statement: string | undefined; level: Level }): VNode | null =>
  statement === undefined ? null : (
    <div class="lab-run__statement">
      <p>
        <strong>The vendor says:</strong>
      </p>
      <Markdown text={statement} heading={level + 1} />
    </div>
  );
