/** Who is asking: the person of the session, for routes of the desk, and how lately they showed a second factor. */
import { createMiddleware } from 'hono/factory';
import type { DeskAction } from '#schemas/decisions.ts';
import { isLoopback } from './config.ts';
import { findPerson, type Person } from './db/people.ts';
import { markUsed } from './db/sessions.ts';
import type { Deps } from './deps.ts';
import { AppError } from './errors.ts';
import { isProven, type NeedsProof, needsProof } from './review/proof.ts';

type Needs = Pick<Deps, 'auth' | 'db' | 'now' | 'publicUrl'>;
type OwnSession = { id: string; provenAt: Date | undefined };
export type SignedIn = { Variables: { person: Person; session: OwnSession } };

/** How exactly it is known when a session was last used. Each request would be a write otherwise. */
const USED_WITHIN = 10 * 60_000;

/** Whether a person has to set up a second factor before the desk opens. Not asked where only this machine comes in. */
export const mustEnrol = (deps: Pick<Deps, 'publicUrl'>, person: Person) =>
  !person.secondFactor && !isLoopback(deps.publicUrl);

/** Set `c.var.person`, who may still lack a second factor: for what enrolment itself needs. 401 where nobody is signed in. */
export const requireSignIn = (deps: Needs) =>
  createMiddleware<SignedIn>(async (c, next) => {
    const { person, session } = await askingPerson(deps, c.req.raw.headers);
    c.set('person', person);
    c.set('session', session);
    await next();
  });

/** Set `c.var.person`, who has a second factor. 401 where nobody is signed in, 403 before enrolment. */
export const requirePerson = (deps: Needs) =>
  createMiddleware<SignedIn>(async (c, next) => {
    const { person, session } = await askingPerson(deps, c.req.raw.headers);
    if (mustEnrol(deps, person))
      throw new AppError('forbidden', 'Set up a second factor first, on the page of your account.');
    c.set('person', person);
    c.set('session', session);
    await next();
  });

/**
 * For what `needsProof`, after one of the two above: 403 with a type of its own where no second factor was shown lately.
 * Whoever has none passes: where one is needed they have not come this far.
 */
export const requireProof = (deps: Pick<Deps, 'now'>, action: NeedsProof | DeskAction) =>
  createMiddleware<SignedIn>(async (c, next) => {
    const { person, session } = c.var;
    if (needsProof(action) && person.secondFactor && !isProven(session.provenAt, deps.now()))
      throw new AppError('unproven', 'Enter a code of your app, or use your passkey, then it is done.');
    await next();
  });

async function askingPerson(deps: Needs, headers: Headers): Promise<{ person: Person; session: OwnSession }> {
  const found = await deps.auth.api.getSession({ headers });
  const person = found && (await findPerson(deps.db, found.user.id));
  if (!person) throw new AppError('unauthorized', 'Sign in to go on.');
  const { id, provenAt, updatedAt } = found.session;
  const now = deps.now();
  const since = new Date(now.getTime() - USED_WITHIN);
  if (updatedAt < since) await markUsed(deps.db, id, now, since);
  return { person, session: { id, provenAt: provenAt ?? undefined } };
}
