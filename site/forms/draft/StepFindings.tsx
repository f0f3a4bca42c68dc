/** What may give the writer away in the answers of one step. */
import type { FormValues } from '../names.ts';
import { findingsIn, IdentityFindings } from './IdentityFindings.tsx';
import { type FormStep, isAskedIn } from './steps.ts';

export const StepFindings = ({ step, values }: { step: FormStep; values: FormValues }) => (
  <IdentityFindings findings={findingsIn(values).filter(({ path }) => isAskedIn(step, path))} />
);
