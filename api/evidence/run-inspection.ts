/** Looks into a file in a process of its own, which is bounded in time, memory and what it may touch. */
import path from 'node:path';
import { askProcess, type Refused } from './bounded-process.ts';
import type { Answer, Job } from './inspect-process.ts';

export type Inspection = Exclude<Answer, Refused>;

const PROCESS = new URL('./inspect-process.ts', import.meta.url);

/** Write the cleaned file to `job.cleaned`, beside the file, and say what it is. Throws `FileRefused` or `CannotCheck`. */
export const runInspection = (job: Job): Promise<Inspection> =>
  askProcess<Answer>(PROCESS, job, path.dirname(job.file));
