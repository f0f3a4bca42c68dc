/** Where a record comes from and how it was checked. A card shows only what took place: no review that was never held. */
import type { VNode } from 'preact';
import type { Provenance, Published, PublishedCase } from '#schemas/published.ts';
import { VETTING_LABELS } from '#schemas/vocabulary.ts';
import { longDate } from '#site/dates.ts';

type Compiled = Extract<Provenance, { origin: 'compiled' }>;
type Submitted = Extract<Provenance, { origin: 'submitted' }>;

export const ProvenanceCard = ({ provenance, version, contentHash }: Omit<Published, 'record'>): VNode =>
  provenance.origin === 'compiled' ? (
    <CompiledCard {...provenance} />
  ) : (
    <SubmittedCard {...provenance} version={version} contentHash={contentHash} />
  );

const CompiledCard = ({ vetting, compiledOn, reviewedOn, notes }: Compiled): VNode => (
  <div class="provenance">
    <p>
      <strong>{VETTING_LABELS[vetting]}.</strong> No submitter stands behind this case; the editors read what
      others published.
    </p>
    <dl>
      <dt>Compiled</dt>
      <dd>{longDate(compiledOn)}</dd>
      <dt>Last read against its sources</dt>
      <dd>{longDate(reviewedOn)}</dd>
      {notes && (
        <>
          <dt>Notes on the vetting</dt>
          <dd>{notes}</dd>
        </>
      )}
    </dl>
  </div>
);

type SubmittedProps = Submitted & Pick<PublishedCase, 'version' | 'contentHash'>;

const SubmittedCard = ({ version, contentHash, events, ...review }: SubmittedProps): VNode => (
  <div class="provenance">
    <p>
      <strong>Submitted, reviewed, and signed off by its submitter.</strong> Nobody with a declared or
      computed conflict of interest could see or decide it.
    </p>
    <dl>
      <dt>Version</dt>
      <dd>
        {version}, published {longDate(review.publishedOn)}
      </dd>
      {review.changes && (
        <>
          <dt>What this version changes</dt>
          <dd>{review.changes}</dd>
        </>
      )}
      <dt>Rounds of review</dt>
      <dd>{review.rounds}</dd>
      <dt>People who recommended this revision</dt>
      <dd>
        {review.recommendations}, by rubric {review.rubricVersion}
      </dd>
      <dt>SHA-256 of the record</dt>
      <dd class="provenance__hash">{contentHash}</dd>
      <ChainHead events={events} />
    </dl>
  </div>
);

const ChainHead = ({ events }: Pick<Submitted, 'events'>) => {
  const head = events.at(-1);
  return head ? (
    <>
      <dt>Head of the chain of {events.length} review events</dt>
      <dd class="provenance__hash">{head.hash}</dd>
    </>
  ) : null;
};
