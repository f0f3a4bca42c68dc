/** Names that lead from one file to another: the schema of a file cannot see whether what it names is there. */
import type { Process } from '#schemas/process.ts';
import type { Question } from '#schemas/question.ts';

/** Faults of decisions that lead to no step of another process: one line each, with the process, the step and the target. */
export function straysOf(
  processes: readonly { id: string; data: Process }[],
  steps: ReadonlySet<string>,
): string[] {
  return processes.flatMap(({ id, data }) =>
    data.steps.flatMap(({ id: step, decision }) =>
      (decision?.options ?? [])
        .filter(({ process, goTo }) => process && goTo !== 'end' && !steps.has(`${process}/${goTo}`))
        .map(
          ({ process, goTo }) =>
            `content/processes/${id}.mdx: the decision of ${step} leads to ${process}/${goTo}, which is no step of any process`,
        ),
    ),
  );
}

/** Faults of answers that name a step or a case that does not exist: one line each, with the question and the name. */
export function strayAnswers(
  questions: readonly { id: string; data: Pick<Question, 'steps' | 'cases'> }[],
  steps: ReadonlySet<string>,
  cases: ReadonlySet<string>,
): string[] {
  return questions.flatMap(({ id, data }) => [
    ...data.steps
      .filter((step) => !steps.has(step))
      .map((step) => `content/questions/${id}.mdx: ${step} is no step of any process`),
    ...data.cases
      .filter((slug) => !cases.has(slug))
      .map((slug) => `content/questions/${id}.mdx: ${slug} is no case`),
  ]);
}
