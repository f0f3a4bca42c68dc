/**
 * A process of its own that looks into one file and ends. Run by `run-inspection.ts` with the job as its only argument;
 * it sends one `Answer`, or dies. It may read our code and its own folder, and write nowhere else.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import type { EvidenceType } from '#schemas/evidence.ts';
import { inspect } from './inspect.ts';
import { FileRefused } from './refused.ts';

/** Paths of the file as it came and of the one to be written, and the name that it was sent under. */
export type Job = { file: string; name: string; cleaned: string };
export type Answer = { type: EvidenceType; bytes: number; sha256: string } | { refused: string };

new Worker(new URL('./watch-memory.ts', import.meta.url)).unref();

const job = JSON.parse(process.argv[2] ?? '') as Job;
process.send?.(await answer(job));

async function answer({ file, name, cleaned }: Job): Promise<Answer> {
  try {
    const { type, bytes } = await inspect(await fs.readFile(file), name);
    await fs.writeFile(cleaned, bytes, { mode: 0o600 });
    return { type, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  } catch (error) {
    if (error instanceof FileRefused) return { refused: error.message };
    throw error;
  }
}
