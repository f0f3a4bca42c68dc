/** The scores to choose from, each with what it means. Pure. */
import { CRITERIA, type CriterionName } from '#schemas/rubric.ts';

/** `{ '1': '1: claims only', … }`. */
export const scoreLabels = (criterion: CriterionName): Record<string, string> =>
  Object.fromEntries(
    CRITERIA[criterion].levels.map((meaning, index) => [String(index + 1), `${index + 1}: ${meaning}`]),
  );
