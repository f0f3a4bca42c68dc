/** The way of a file from its arrival to the store: a folder of its own, inspection, the operator's scanner. */
import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Logger } from 'pino';
import type { Mail } from './mail-process.ts';
import { readMail } from './read-mail.ts';
import { CannotCheck, FileRefused } from './refused.ts';
import { type Inspection, runInspection } from './run-inspection.ts';
import { type Scan, scanBy } from './scan.ts';
import { takingTurns } from './turns.ts';

/** A file as it came: its path, and the name that it was sent under. */
export type Arrived = { file: string; name: string };
/** The same without metadata, in its place; nothing of the original is left beside it. */
export type Cleaned = Inspection & { file: string };

export type Intake = {
  /** Work in a folder of one's own, which is gone afterwards. */
  inFolder: <Result>(work: (folder: string) => Promise<Result>) => Promise<Result>;
  /** Inspect, rebuild and scan a file of such a folder. Throws `FileRefused` or `CannotCheck`. */
  clean: (arrived: Arrived) => Promise<Cleaned>;
  /** Take a message of such a folder apart, into the folder; the message itself is removed. Throws the same. */
  readMail: (file: string) => Promise<Mail>;
  /** Remove folders that killed processes left since before `until`. */
  clear: (until: Date) => Promise<void>;
};

/** Each inspection may take a core and 768 MB. */
const AT_A_TIME = 2;

/** `dir`: a folder of this intake alone. `scanCommand`: see `scanBy`; without it nothing is scanned. */
export function openIntake(
  dir: string,
  { scanCommand, log }: { scanCommand?: string | undefined; log: Logger },
): Intake {
  const scan = scanCommand ? scanBy(scanCommand) : undefined;
  const inTurn = takingTurns(AT_A_TIME);
  return {
    async inFolder(work) {
      await fs.mkdir(dir, { recursive: true, mode: 0o700 });
      const folder = await fs.mkdtemp(path.join(dir, 'arrived-'));
      try {
        return await work(folder);
      } finally {
        await fs.rm(folder, { recursive: true, force: true });
      }
    },
    clean: ({ file, name }) =>
      inTurn(async () => {
        const cleaned = path.join(path.dirname(file), randomUUID());
        const inspection = await runInspection({ file, name, cleaned }).catch((error) => noted(log, error));
        await fs.rm(file);
        if (scan) await passScan(scan, cleaned, log);
        return { ...inspection, file: cleaned };
      }),
    readMail: (file) => inTurn(() => readMail(file).catch((error) => noted(log, error))),
    clear: (until) => clearOld(dir, until),
  };
}

/** How an inspection died is the operator's to know, not what stood in the file. */
function noted(log: Logger, error: unknown): never {
  if (error instanceof CannotCheck) log.error({ ended: error.cause }, 'A file could not be inspected');
  else if (error instanceof FileRefused && error.cause)
    log.warn({ ended: error.cause }, 'The inspection of a file was ended');
  throw error;
}

/** What the scanner says is for the log: it may name paths, and tell an attacker what to change. */
async function passScan(scan: Scan, file: string, log: Logger): Promise<void> {
  const verdict = await scan(file);
  if (verdict.passed) return;
  const { ran, said } = verdict;
  if (!ran) {
    log.error({ said }, 'The scanner could not be run');
    throw new CannotCheck();
  }
  log.warn({ said }, 'The scanner refused a file');
  throw new FileRefused(
    'Our scanner does not let this file pass. Check it on your side, or add another one.',
  );
}

async function clearOld(dir: string, until: Date): Promise<void> {
  for (const name of await fs.readdir(dir).catch(() => [])) {
    const folder = path.join(dir, name);
    const { mtime } = await fs.stat(folder);
    if (mtime < until) await fs.rm(folder, { recursive: true, force: true });
  }
}
