/**
 * The log: one JSON object a line. The errors of drivers and mail servers repeat what they were given (values of a query,
 * addresses of a letter), so of an error only what cannot hold such words is written.
 */
import { type DestinationStream, type Level, type Logger, pino } from 'pino';
import { AppError } from './errors.ts';
import { BuildFailed } from './publishing/build.ts';
import { UnprintableRecord } from './publishing/print-alone.ts';
import { RecordDiffers } from './publishing/records-folder.ts';

/** Errors of our own whose messages speak of the site and of what is public. */
const SPEAKING = [AppError, BuildFailed, RecordDiffers, UnprintableRecord];
/** What Node and drivers say in words of their own: `23505`, 550, `open`. */
const DETAILS = ['code', 'responseCode', 'syscall', 'path'] as const;
const FRAME = /^\s+at .*(?:file:\/\/|node:|\/|<anonymous>).*$/;
const DEEPEST = 4;

export type Described = {
  name: string;
  message?: string;
  /** The places in code, one a line. */
  stack: string;
  cause?: Described;
  errors?: Described[];
} & Partial<Record<(typeof DETAILS)[number], string | number>>;

/** Open the log of a program, on standard error unless told otherwise. */
export const openLog = (level: Level | 'silent', to: DestinationStream = pino.destination(2)): Logger =>
  pino({ level, serializers: { err: (error) => describeError(error) } }, to);

/** Describe anything thrown by its name, its codes and where it was thrown, and so its causes. */
export function describeError(error: unknown, depth = 0): Described {
  if (!(error instanceof Error)) return { name: typeof error, stack: '' };
  const goesOn = depth < DEEPEST;
  return {
    name: error.constructor.name,
    ...detailsOf(error),
    ...(SPEAKING.some((kind) => error instanceof kind) && { message: error.message }),
    stack: framesOf(error),
    ...(goesOn && error.cause !== undefined && { cause: describeError(error.cause, depth + 1) }),
    ...(goesOn &&
      error instanceof AggregateError && {
        errors: error.errors.map((one) => describeError(one, depth + 1)),
      }),
  };
}

function detailsOf(error: Error): Pick<Described, (typeof DETAILS)[number]> {
  const known = Object.entries(error).filter(
    ([name, value]) =>
      DETAILS.some((detail) => detail === name) && ['string', 'number'].includes(typeof value),
  );
  return Object.fromEntries(known);
}

/** The lines of a stack that name places in code. Its beginning repeats the message, whose lines might look like them. */
function framesOf({ stack = '', message }: Error): string {
  const begins = stack.indexOf(message);
  const places = begins < 0 ? stack : stack.slice(begins + message.length);
  return places
    .split('\n')
    .filter((line) => FRAME.test(line))
    .join('\n');
}
