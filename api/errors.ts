/** Refusals that a caller may see. Anything else that is thrown is a bug: logged, and answered 500 without detail. */
import { HTTPException } from 'hono/http-exception';
import { type Issue, PROOF_NEEDED, type Problem } from '#schemas/problem.ts';

// biome-ignore format: a table is read by column
export const REFUSALS = {
  bad_request:   { status: 400, title: 'This request cannot be read' },
  unauthorized:  { status: 401, title: 'Sign in first' },
  forbidden:     { status: 403, title: 'You may not do this' },
  unproven:      { status: 403, title: 'Show again that it is you' },
  not_found:     { status: 404, title: 'Not found' },
  not_allowed:   { status: 405, title: 'Nothing can be sent here' },
  conflict:      { status: 409, title: 'This is not possible now' },
  stale:         { status: 412, title: 'Somebody saved a newer version' },
  unconditional: { status: 428, title: 'Say which version this replaces' },
  too_large:     { status: 413, title: 'This is too large' },
  unsupported:   { status: 415, title: 'This kind of content is not taken here' },
  invalid:       { status: 422, title: 'There is a problem' },
  too_many:      { status: 429, title: 'Too many attempts' },
} as const;
export type RefusalCode = keyof typeof REFUSALS;

/** A refusal: `message` is a sentence for the reader, `issues` point at the fields that need attention. */
export class AppError extends Error {
  readonly code: RefusalCode;
  readonly issues: readonly Issue[];
  /** Extra headers of the answer, such as Retry-After. */
  readonly headers: Record<string, string>;
  /** Of a save that came too late: what was sent, and what is stored. */
  readonly versions: Problem['versions'];

  constructor(
    code: RefusalCode,
    message: string,
    options: {
      issues?: readonly Issue[];
      headers?: Record<string, string>;
      versions?: Problem['versions'];
    } = {},
  ) {
    super(message);
    this.code = code;
    this.issues = options.issues ?? [];
    this.headers = options.headers ?? {};
    this.versions = options.versions;
  }
}

/** The one answer for what is absent and for what must not be seen. */
export const NOTHING_HERE = 'There is nothing here that you can see.';
export const notFound = () => new AppError('not_found', NOTHING_HERE);

/** Turn anything thrown into a refusal, or `undefined` where it is a bug. */
export function asRefusal(error: unknown): AppError | undefined {
  if (error instanceof AppError) return error;
  if (!(error instanceof HTTPException)) return undefined;
  const code =
    (Object.keys(REFUSALS) as RefusalCode[]).find((name) => REFUSALS[name].status === error.status) ??
    'bad_request';
  return new AppError(code, error.message || REFUSALS[code].title);
}

/** The problem document of a refusal (RFC 9457), or of a bug where there is none. */
export function toProblem(refusal: AppError | undefined): Problem {
  if (!refusal)
    return {
      type: 'about:blank',
      title: 'Something went wrong',
      status: 500,
      detail: 'It was logged. Try again later.',
    };
  const { status, title } = REFUSALS[refusal.code];
  return {
    type: refusal.code === 'unproven' ? PROOF_NEEDED : 'about:blank',
    title,
    status,
    detail: refusal.message,
    ...(refusal.issues.length > 0 && { issues: [...refusal.issues] }),
    ...(refusal.versions && { versions: refusal.versions }),
  };
}

export const problemResponse = (problem: Problem, headers: Record<string, string> = {}) =>
  Response.json(problem, {
    status: problem.status,
    headers: { ...headers, 'content-type': 'application/problem+json' },
  });
