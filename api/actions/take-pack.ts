/** A clearance pack comes back: its comments are taken, and its text where nobody wrote at the draft meanwhile. */
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import { type ClearancePack, clearancePack, type Draft } from '#schemas/draft.ts';
import { issuesOf } from '#site/forms/check.ts';
import { isSame } from '#site/forms/draft/same.ts';
import { toSend } from '#site/forms/draft/steps.ts';
import { saveDraft } from './save-draft.ts';
import { showDraft } from './show-draft.ts';

export const packOf = ({ reference, version, savedAt, values }: Draft): ClearancePack => {
  // Whoever clears it needs neither the address nor the consent of the one who writes.
  const { contact: _, consent: __, ...cleared } = values;
  return { pack: 1, reference, version, savedAt, values: cleared };
};

/** `textKept`: the pack's text is an older one, so that of the draft stays. */
export type Taken = { comments: number; textKept: boolean };

/** Refuses with `invalid` what is no pack, or the pack of another draft. */
export async function takePack(deps: Deps, id: string, file: string): Promise<Taken> {
  const pack = parsed(file);
  const draft = await showDraft(deps, id);
  if (pack.reference !== draft.reference)
    throw new AppError(
      'invalid',
      `This is the pack of draft ${pack.reference}; this draft is ${draft.reference}.`,
    );
  const { contact, consent } = draft.values;
  const theirs = { ...pack.values, contact, consent };
  const textKept = pack.version !== draft.version && !isSame(toSend(theirs), toSend(draft.values));
  const { notes = [] } = pack.values;
  await saveDraft(deps, id, draft.version, { ...(textKept ? draft.values : theirs), notes });
  return { comments: notes.length, textKept };
}

function parsed(file: string): ClearancePack {
  const result = clearancePack.safeParse(jsonOf(file));
  if (result.success) return result.data;
  throw new AppError(
    'invalid',
    'This file is no clearance pack. Choose the JSON file that was saved from one.',
    {
      issues: issuesOf(result.error.issues),
    },
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
