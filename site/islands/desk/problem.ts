/** What a call was answered with when it was not done, as words for the reader. Pure. */
import { type Issue, PROOF_NEEDED, problem } from '#schemas/problem.ts';

/** A refusal: `detail` says what to do, `issues` name the fields. `status` is 0 where no answer came at all. */
export type Refused = {
  status: number;
  title: string;
  detail: string;
  issues: readonly Issue[];
  /** The same call passes once a second factor was shown again. */
  needsProof?: true;
};

export const NO_ANSWER: Refused = {
  status: 0,
  title: 'No answer came',
  detail: 'The server cannot be reached. Check your connection, then try again. What you typed is kept.',
  issues: [],
};

/** Read the body of an answer that is not a success. Whatever is not a problem document came from something in between. */
export function refusedFrom(status: number, body: unknown): Refused {
  const read = problem.safeParse(body);
  if (!read.success)
    return {
      status,
      title: 'Something went wrong',
      detail: `The server answered ${status} without saying why. Try again in a minute. What you typed is kept.`,
      issues: [],
    };
  const { type, title, detail, issues } = read.data;
  return {
    status,
    title,
    detail: detail ?? title,
    issues: issues ?? [],
    ...(type === PROOF_NEEDED && { needsProof: true }),
  };
}

/** Whether somebody else may have been faster: the workflow or the database did not accept what was decided on. */
export const mayBeStale = ({ status }: Refused) => status === 409 || status === 412;
