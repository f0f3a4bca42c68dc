/** What every view of the desk needs. Given once, by the island. */
import { createContext, type RefObject } from 'preact';
import { type MutableRef, useContext } from 'preact/hooks';
import type { OfferedStep } from '#site/forms/form.ts';
import type { OfferChoices } from '#site/record/offer-choices.ts';
import type { Calls, Oneself } from './call.ts';
import type { Drafts } from './drafts.ts';

/** The queue as somebody left it: its hash, and the submission from which they are on their way back to it. */
export type Left = { queue: string; from?: string | undefined };

export type Desk = {
  me: Oneself;
  calls: Calls;
  drafts: Drafts;
  steps: readonly OfferedStep[];
  choices: OfferChoices;
  /** Grows with each sign-in: what a view has loaded is then loaded again. */
  session: number;
  /** Announce what was done. It stays until the person goes on to another view than `at`, a hash. */
  say: (text: string, at?: string) => void;
  /** Ask again who one is, after one’s account has changed. */
  refreshMe: () => Promise<void>;
  /** Whether the desk has just been opened: the browser then begins at the top, and no heading takes the focus. */
  isJustOpened: RefObject<boolean>;
  left: MutableRef<Left>;
};

export const DeskContext = createContext<Desk | undefined>(undefined);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('This belongs inside the desk');
  return desk;
}
