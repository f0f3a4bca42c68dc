/** Who is asking: the person of the session, for routes of the desk. */
import { createMiddleware } from 'hono/factory';
import { isLoopback } from './config.ts';
import { findPerson, type Person } from './db/people.ts';
import type { Deps } from './deps.ts';
import { AppError } from './errors.ts';

type Needs = Pick<Deps, 'auth' | 'db' | 'publicUrl'>;
export type SignedIn = { Variables: { person: Person } };

/** Whether a person has to set up a second factor before the desk opens. Not asked where only this machine comes in. */
export const mustEnrol = (deps: Pick<Deps, 'publicUrl'>, person: Person) =>
  !person.secondFactor && !isLoopback(deps.publicUrl);

/** Set `c.var.person`, who may still lack a second factor: for what enrolment itself needs. 401 where nobody is signed in. */
export const requireSignIn = (deps: Needs) =>
  createMiddleware<SignedIn>(async (c, next) => {
    c.set('person', await askingPerson(deps, c.req.raw.headers));
    await next();
  });

/** Set `c.var.person`, who has a second factor. 401 where nobody is signed in, 403 before enrolment. */
export const requirePerson = (deps: Needs) =>
  createMiddleware<SignedIn>(async (c, next) => {
    const person = await askingPerson(deps, c.req.raw.headers);
    if (mustEnrol(deps, person))
      throw new AppError('forbidden', 'Set up a second factor first, on the page of your account.');
    c.set('person', person);
    await next();
  });

async function askingPerson(deps: Needs, headers: Headers): Promise<Person> {
  const session = await deps.auth.api.getSession({ headers });
  const person = session && (await findPerson(deps.db, session.user.id));
  if (!person) throw new AppError('unauthorized', 'Sign in to go on.');
  return person;
}
