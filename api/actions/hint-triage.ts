/** What an editor is told who begins with a submission: what it names, and what it may be a duplicate of. */
import { listPublicTexts, listVisibleTexts } from '#api/db/likely.ts';
import type { Person } from '#api/db/people.ts';
import type { SubmissionRow } from '#api/db/submissions.ts';
import type { Deps } from '#api/deps.ts';
import { type Candidate, findAlike } from '#api/review/likeness.ts';
import { specificityOf } from '#api/review/specificity.ts';
import { told } from '#api/review/words-of.ts';
import type { Content } from '#schemas/submission.ts';
import type { Likeness, TriageHints } from '#schemas/triage.ts';
import { recordPagePath } from '#site/paths.ts';

/** Compared at most: of the submissions, and of the pages. */
const AT_MOST = 1_000;

type Needs = Pick<Deps, 'db' | 'compiledCases'>;
type Submission = Pick<SubmissionRow, 'id' | 'kind'>;
type Place = { is: 'submission'; id: string; reference: string } | { is: 'page'; address: string };

export async function hintTriage(
  deps: Needs,
  person: Person,
  submission: Submission,
  content: Content,
): Promise<TriageHints> {
  const candidates = await listCandidates(deps, person, submission);
  const alike = findAlike(told(content), candidates).map(
    ({ place, ...rest }): Likeness => ({ ...place, ...rest }),
  );
  return { specificity: specificityOf(content), alike };
}

/** A page of a submission that the person may see is not listed beside the submission. */
async function listCandidates(
  { db, compiledCases }: Needs,
  person: Person,
  submission: Submission,
): Promise<Candidate<Place>[]> {
  const { kind } = submission;
  const visible = await listVisibleTexts(db, person, submission, AT_MOST);
  const known = [submission.id, ...visible.map(({ id }) => id)];
  const pages = await listPublicTexts(db, submission, known, AT_MOST);
  const page = (slug: string): Place => ({ is: 'page', address: recordPagePath(kind, slug) });
  return [
    ...visible.map(({ id, reference, content }) => ({
      place: { is: 'submission' as const, id, reference },
      ...told(content),
    })),
    ...pages.map(({ slug, record }) => ({ place: page(slug), ...told(record) })),
    ...(kind === 'lesson' ? [...compiledCases] : []).map(([slug, record]) => ({
      place: page(slug),
      ...told(record),
    })),
  ];
}
