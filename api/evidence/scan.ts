/** A scanner of the operator's choice, by command: it gets the path of the cleaned file, and passes it by exit code 0. */
import { spawn } from 'node:child_process';

export type Verdict = { passed: true } | { passed: false; ran: boolean; said: string };
export type Scan = (file: string) => Promise<Verdict>;

/** Milliseconds after which a scanner is taken for hung. */
const LONGEST = 60_000;
/** Characters of what it says that are kept for the log. */
const LONGEST_SAID = 1_000;

/**
 * `command`: a program and its arguments, parted by spaces. No shell reads it, and none of our environment, which holds
 * secrets, is handed on.
 */
export function scanBy(command: string, longest = LONGEST): Scan {
  const [program = '', ...rest] = command.trim().split(/\s+/);
  return (file) =>
    new Promise((resolve) => {
      const child = spawn(program, [...rest, file], {
        env: {},
        stdio: ['ignore', 'pipe', 'pipe'],
        timeout: longest,
        killSignal: 'SIGKILL',
      });
      let said = '';
      const hear = (text: Buffer) => {
        said = `${said}${text}`.slice(0, LONGEST_SAID);
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.on('error', (error) => resolve({ passed: false, ran: false, said: error.message }));
      child.on('close', (code) =>
        resolve(code === 0 ? { passed: true } : { passed: false, ran: code !== null, said }),
      );
    });
}
