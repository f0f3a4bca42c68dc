/** What differs between any two revisions. */
import { useState } from 'preact/hooks';
import { SentDifferences } from '#site/record/SentDifferences.tsx';
import { useDesk } from '../context.ts';
import { useOpened } from './context.ts';
import { type Revision, RevisionSelect } from './RevisionSelect.tsx';
import { SectionHeading } from './SectionHeading.tsx';

export function Changes() {
  const { revisions } = useOpened().submission;
  const oldestFirst = revisions.toSorted((one, other) => one.number - other.number);
  return (
    <>
      <SectionHeading>What changed</SectionHeading>
      {oldestFirst.length < 2 ? (
        <p>There is one revision so far, so there is nothing to compare.</p>
      ) : (
        <Comparison key={oldestFirst.length} revisions={oldestFirst} />
      )}
    </>
  );
}

function Comparison({ revisions }: { revisions: readonly Revision[] }) {
  const { steps, choices } = useDesk();
  const [older, chooseOlder] = useState(revisions.at(-2)?.number ?? 1);
  const [newer, chooseNewer] = useState(revisions.at(-1)?.number ?? 1);
  const find = (wanted: number) => revisions.find(({ number }) => number === wanted);
  const [before, after] = [find(older), find(newer)];
  return (
    <>
      <div class="desk-pair">
        <RevisionSelect id="from" label="From" {...{ revisions }} chosen={older} onChoose={chooseOlder} />
        <RevisionSelect id="to" label="To" {...{ revisions }} chosen={newer} onChoose={chooseNewer} />
      </div>
      {after?.note && (
        <p>
          {after.author} on revision {after.number}: <q>{after.note}</q>
        </p>
      )}
      {before && after && (
        <SentDifferences before={before.content} after={after.content} named={{ steps, choices }} />
      )}
    </>
  );
}
