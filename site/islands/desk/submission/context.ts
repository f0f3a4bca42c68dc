/** The submission that is open, for the parts that act on it. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { DeskAction } from '#schemas/decisions.ts';
import type { DeskSubmission } from '#schemas/desk.ts';

export type Opened = {
  submission: DeskSubmission;
  /** An action was done. `then`: whether the person stays here, or goes on to what waits for them next. */
  moved: (action: DeskAction, then?: 'stay' | 'next') => Promise<void>;
  /** Show what was loaded meanwhile, keeping what is typed. */
  show: (newest: DeskSubmission) => void;
  reload: () => Promise<void>;
};

export const OpenedContext = createContext<Opened | undefined>(undefined);

export function useOpened(): Opened {
  const opened = useContext(OpenedContext);
  if (!opened) throw new Error('This belongs inside an open submission');
  return opened;
}
