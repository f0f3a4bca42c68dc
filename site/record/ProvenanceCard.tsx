/** Where a record comes from and how it was checked. A card shows only what took place: no review that was never held. */
import type { ComponentChildren, VNode } from 'preact';
import type { Provenance, Published } from '#schemas/published.ts';
import { VETTING_LABELS } from '#schemas/vocabulary.ts';
import type { ActorKind } from '#schemas/workflow.ts';
import { longDate } from '#site/dates.ts';

type Compiled = Extract<Provenance, { origin: 'compiled' }>;
type Submitted = Extract<Provenance, { origin: 'submitted' }>;

type Props = Omit<Published, 'record'> & {
  /** How many published runs of the lab there are; only an offering has any. */
  labRuns?: number | undefined;
};

export const ProvenanceCard = ({ provenance, ...rest }: Props): VNode =>
  provenance.origin === 'compiled' ? (
    <CompiledCard {...provenance} />
  ) : (
    <SubmittedCard {...provenance} {...rest} />
  );

const CompiledCard = ({ vetting, compiledOn, reviewedOn, notes }: Compiled): VNode => (
  <div class="provenance">
    <p>
      <strong>{VETTING_LABELS[vetting]}.</strong> No submitter stands behind this case; the editors read what
      others published.
    </p>
    <dl>
      <Fact name="Compiled">{longDate(compiledOn)}</Fact>
      <Fact name="Last read against its sources">{longDate(reviewedOn)}</Fact>
      <Fact name="Notes on the vetting">{notes}</Fact>
    </dl>
  </div>
);

type SubmittedProps = Submitted & Omit<Props, 'provenance' | 'slug' | 'schemaVersion'>;

const SubmittedCard = ({ version, contentHash, events, labRuns = 0, ...review }: SubmittedProps): VNode => (
  <div class="provenance">
    <p>
      <strong>Submitted, reviewed, and signed off by its submitter.</strong> Nobody with a declared or
      computed conflict of interest could see or decide it.
    </p>
    <dl>
      <Fact name="Version">
        {version}, published {longDate(review.publishedOn)}
      </Fact>
      <Fact name="What this version changes">{review.changes}</Fact>
      <Fact name="Rounds of review">{review.rounds}</Fact>
      <Fact name="People who recommended this revision">
        {review.recommendations}, by rubric {review.rubricVersion}
      </Fact>
      <Fact name="Who judged it">{judges(events)}</Fact>
      <Fact name="Runs in the lab">{labRuns > 0 && labRuns}</Fact>
      <Fact name="SHA-256 of the record" isHash>
        {contentHash}
      </Fact>
      <Fact name={`Head of the chain of ${events.length} review events`} isHash>
        {events.at(-1)?.hash}
      </Fact>
    </dl>
  </div>
);

/** Nothing where there is nothing to say. */
const Fact = ({ name, isHash, children }: { name: string; isHash?: boolean; children: ComponentChildren }) =>
  children ? (
    <>
      <dt>{name}</dt>
      <dd class={isHash ? 'provenance__hash' : undefined}>{children}</dd>
    </>
  ) : null;

const JUDGES = [
  ['reviewer', 'reviewers'],
  ['editor', 'editors'],
  ['lab', 'the lab'],
] as const satisfies readonly (readonly [ActorKind, string])[];

/** The kinds of people who gave a recommendation in any round, or in the lab a verdict. Never who. */
function judges(events: Submitted['events']): string {
  const kinds = new Set(events.filter(({ type }) => JUDGEMENTS.includes(type)).map(({ actor }) => actor));
  return JUDGES.flatMap(([kind, name]) => (kinds.has(kind) ? [name] : [])).join(', ');
}
const JUDGEMENTS = ['recommend', 'finish_lab'];
