/** When a submission takes files, and what they are called. Pure. */
import { ENDINGS, type EvidenceType, LONGEST_NAME } from '#schemas/evidence.ts';
import { STATE_LABELS, type State } from '#schemas/workflow.ts';
import type { Refusal } from './facts.ts';

/** From the confirmation of the address to the signature. */
const TAKING: readonly State[] = ['received', 'in_review', 'changes_requested', 'in_lab', 'sign_off'];

/** Why files cannot be added in a state, or nothing where they can. */
export function evidenceRefusal(state: State): Refusal | undefined {
  if (TAKING.includes(state)) return undefined;
  const message =
    state === 'draft' || state === 'unconfirmed'
      ? 'Confirm your address first. Files can be added from then on.'
      : `Files can be added while a submission is under review. This one is at “${STATE_LABELS[state]}”.`;
  return { code: 'wrong_state', message };
}

/** Names that old systems keep for devices, whatever their ending. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
/** The last ending of a name and nothing else. */
const ENDING = /\.[^.]*$/;

/**
 * The name of a stored file, unlike those `taken` even without their endings: the base of the `kept` name, or
 * “evidence-1” and so on, with the ending of its `type`. What a person typed into a name is metadata too, so it is kept
 * only where they ask for it.
 */
export function evidenceName(type: EvidenceType, kept: string | undefined, taken: readonly string[]): string {
  const base = safeBase(kept ?? '');
  const nameOf = (number: number) => {
    if (base === '') return `evidence-${number}`;
    return number === 1 ? base : `${base}-${number}`;
  };
  const inUse = new Set(taken.map((name) => name.replace(ENDING, '').toLowerCase()));
  let number = 1;
  while (inUse.has(nameOf(number).toLowerCase())) number += 1;
  return `${nameOf(number)}.${ENDINGS[type]}`;
}

/** Letters, digits, spaces, dots, hyphens and underscores of the last part of a path; empty where nothing is left. */
function safeBase(name: string): string {
  const base = (name.split(/[/\\]/).at(-1) ?? '')
    .normalize('NFC')
    .replace(ENDING, '')
    .replace(/\p{C}/gu, '')
    .replace(/[^\p{L}\p{M}\p{N} ._-]+/gu, '-')
    .replace(/\s+/g, ' ')
    .slice(0, LONGEST_NAME)
    .toWellFormed()
    .replace(/\uFFFD/g, '')
    .replace(/^[\s.-]+|[\s.-]+$/g, '');
  return DEVICE.test(base) ? `${base}-file` : base;
}
