/** Asks a process of its own about a file from outside. It is bounded in time and memory, and in what it may touch. */
import { type ChildProcess, fork } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { CannotCheck, FileRefused } from './refused.ts';

/** Milliseconds. The largest files that are taken need a few seconds, on a busy machine many. */
const LONGEST = 60_000;
const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
/** Where a folder is a link, both ends are asked for. */
const CODE = ['api', 'schemas', 'node_modules', 'package.json']
  .map((name) => path.join(PROJECT, name))
  .flatMap((place) => [place, fs.realpathSync(place)]);

/** What a process answers where the file is at fault. */
export type Refused = { refused: string };

/**
 * Run `program` with `job` as its only argument; it may read our code and `folder`, and write to `folder` alone.
 * Answers the one message that it sends. Throws `FileRefused` or `CannotCheck`.
 */
export async function askProcess<Answer extends object>(
  program: URL,
  job: object,
  folder: string,
): Promise<Exclude<Answer, Refused>> {
  const answer = await answerOf<Answer>(start(program, job, folder));
  if (isRefused(answer)) throw new FileRefused(answer.refused);
  return answer as Exclude<Answer, Refused>;
}

const isRefused = (answer: object): answer is Refused => 'refused' in answer;

function start(program: URL, job: object, folder: string): ChildProcess {
  return fork(fileURLToPath(program), [JSON.stringify(job)], {
    env: {},
    execArgv: [
      '--permission',
      ...[...CODE, folder].map((place) => `--allow-fs-read=${place}`),
      `--allow-fs-write=${folder}`,
      // The picture library is native, and the memory is watched by a thread.
      '--allow-addons',
      '--allow-worker',
      '--disable-warning=SecurityWarning',
    ],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    timeout: LONGEST,
    killSignal: 'SIGKILL',
  });
}

/** A process that was ended asked for too much, which is the file's doing; one that failed by itself is ours. */
function answerOf<Answer>(child: ChildProcess): Promise<Answer> {
  let said = '';
  child.stderr?.on('data', (text: Buffer) => {
    said = `${said}${text}`.slice(0, LONGEST_SAID);
  });
  return new Promise((resolve, reject) => {
    child.on('message', (answer) => resolve(answer as Answer));
    child.on('error', reject);
    child.on('close', (code, signal) =>
      reject(
        signal
          ? new FileRefused(TOO_MUCH, { cause: signal })
          : new CannotCheck(undefined, { cause: `code ${code}\n${placesIn(said)}` }),
      ),
    );
  });
}

const TOO_MUCH =
  'This file takes too long or too much memory to look into. Make it smaller or simpler, and add that.';

/** Characters of what a failing process says. */
const LONGEST_SAID = 4_000;
/** Codes and places in code. Messages may repeat what stands in the file, and that is not for the log. */
const placesIn = (said: string) => (said.match(/\bERR_[A-Z_]+|^ +at .*$/gm) ?? []).join('\n');
