/** What helps to begin with a submission: what it names that can be checked, and what tells much the same. */
import { type Likeness, SPECIFIC_LABELS, SPECIFICS, type TriageHints } from '#schemas/triage.ts';
import { submissionHash } from '../routes.ts';
import { useOpened } from './context.ts';

export function Hints() {
  const { hints } = useOpened().submission;
  return hints ? (
    <section class="desk-hints" aria-labelledby="hints">
      <h2 id="hints">Before the review begins</h2>
      <Names {...hints} />
      <Alike {...hints} />
    </section>
  ) : null;
}

const Names = ({ specificity }: TriageHints) => (
  <>
    <h3>What it names</h3>
    <p class="desk-small">
      Counted by a machine, each thing once. A careful text may name little: read it before you judge it.
    </p>
    <dl class="desk-head">
      {SPECIFICS.map((name) => (
        <div key={name}>
          <dt>{SPECIFIC_LABELS[name]}</dt>
          <dd>{specificity[name]}</dd>
        </div>
      ))}
    </dl>
  </>
);

const Alike = ({ alike }: TriageHints) => (
  <>
    <h3>What tells much the same</h3>
    {alike.length === 0 ? (
      <p>Nothing among what you may see and what is published.</p>
    ) : (
      <ul>
        {alike.map((one) => (
          <li key={one.is === 'page' ? one.address : one.id}>
            <a href={one.is === 'page' ? one.address : submissionHash(one.id)}>{one.title}</a>{' '}
            <span class="desk-small">
              ({one.is === 'page' ? 'published' : one.reference}, {percent(one)} of the words). Both say:{' '}
              {one.words.join(', ')}
            </span>
          </li>
        ))}
      </ul>
    )}
  </>
);

const percent = ({ share }: Likeness) => `${Math.round(share * 100)} %`;
