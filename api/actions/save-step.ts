/** Save the answers of one step of a form into a draft that others may be writing at, on other steps or on this one. */
import { createHash } from 'node:crypto';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import { type Draft, draftValues } from '#schemas/draft.ts';
import { issuesOf } from '#site/forms/check.ts';
import { canonical, isSame } from '#site/forms/draft/same.ts';
import { type FormStep, partOf, withPart } from '#site/forms/draft/steps.ts';
import type { FormValues } from '#site/forms/names.ts';
import { saveDraft } from './save-draft.ts';
import { showDraft } from './show-draft.ts';

/** The answers of a step as they were when its page was printed, in 16 hex digits. */
export const partTag = (values: FormValues, step: FormStep): string =>
  createHash('sha256')
    .update(canonical(partOf(values, step)))
    .digest('hex')
    .slice(0, 16);

type StepTyped = { step: FormStep; base: string; typed: FormValues };

const ATTEMPTS = 5;

/**
 * Answers written at other steps meanwhile are kept. Refuses with `stale`, and with both versions, where this step was
 * changed elsewhere since `base`; refuses with `invalid` what no draft can hold.
 */
export async function saveStep(
  deps: Pick<Deps, 'db' | 'now'>,
  id: string,
  { step, base, typed }: StepTyped,
): Promise<Draft> {
  for (let attempt = 1; ; attempt += 1) {
    const stored = await showDraft(deps, id);
    const values = parsed(withPart(stored.values, step, typed));
    if (isSame(values, stored.values)) return stored;
    if (partTag(stored.values, step) !== base)
      throw new AppError(
        'stale',
        'These answers were changed elsewhere in the meantime. Nothing was overwritten.',
        {
          versions: { yours: values, stored },
        },
      );
    try {
      return { ...stored, ...(await saveDraft(deps, id, stored.version, values)), values };
    } catch (error) {
      // Somebody saved between our reading and writing: look again at what they changed.
      const isStale = error instanceof AppError && error.code === 'stale';
      if (!isStale || attempt === ATTEMPTS) throw error;
    }
  }
}

function parsed(values: FormValues) {
  const result = draftValues.safeParse(values);
  if (result.success) return result.data;
  throw new AppError('invalid', 'Some answers need attention.', { issues: issuesOf(result.error.issues) });
}
