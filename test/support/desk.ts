/**
 * The routes of people and sign-in on a real server, and visitors who keep their cookies as a browser does.
 * The desk has a public address, so that the rules for everybody apply and not those for a machine of one's own.
 */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { TOTP, URI } from 'otpauth';
import pino from 'pino';
import { createAuth, invitationLink } from '#api/auth.ts';
import type { Db } from '#api/db/client.ts';
import { addPassword, addPerson, findPersonByEmail } from '#api/db/people.ts';
import { AppError, asRefusal, problemResponse, toProblem } from '#api/errors.ts';
import { openFirstEditorLink } from '#api/first-editor-link.ts';
import type { Jobs } from '#api/jobs.ts';
import { createLimits } from '#api/limits.ts';
import { requirePerson } from '#api/require-person.ts';
import { peopleRoutes } from '#api/routes/people.ts';
import { signInRoutes } from '#api/routes/sign-in.ts';
import type { Role } from '#schemas/workflow.ts';

export const PASSWORD = 'correct horse battery staple';
export const PUBLIC_URL = 'https://desk.example.org';

export type Desk = Awaited<ReturnType<typeof openDesk>>;

/** `address`: where people believe to reach it, made from the port that it listens on. `pages`: served beside the routes. */
export async function openDesk(
  db: Db,
  jobs: Jobs,
  {
    address = () => PUBLIC_URL,
    pages = new Hono(),
  }: { address?: (port: number) => string; pages?: Hono } = {},
) {
  const server = createAdaptorServer({ fetch: (request, env) => app.fetch(request, env) });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const publicUrl = address(port);
  const secret = 'a secret of this test that is long enough';
  const now = () => new Date();
  const log = pino({ level: 'silent' });
  const limits = createLimits({ db, secret, now });
  const auth = createAuth({ db, publicUrl, secret, limits, log });
  const firstEditor = await openFirstEditorLink(db, publicUrl);
  const newId = () => crypto.randomUUID();
  const deps = { auth, db, firstEditor, jobs, limits, log, newId, now, publicUrl };

  const bugs: unknown[] = [];
  const app = new Hono()
    .onError((error) => {
      const refusal = asRefusal(error);
      if (!refusal) bugs.push(error);
      return problemResponse(toProblem(refusal), refusal?.headers);
    })
    .notFound(() => problemResponse(toProblem(new AppError('not_found', 'Not here'))))
    .route('/api/auth', signInRoutes(deps))
    .route('/api/people', peopleRoutes(deps))
    .post('/decide', requirePerson(deps), (c) => c.json({ by: c.var.person.name }))
    .route('/', pages);

  return {
    ...deps,
    bugs,
    visitor: () => visitor(`http://127.0.0.1:${port}`, publicUrl),
    close: async () => {
      server.close();
      await once(server, 'close');
    },
  };
}

export type Visitor = ReturnType<typeof visitor>;

/** Somebody with a browser. Answers the status, the parsed body and the headers. */
function visitor(server: string, origin: string) {
  const cookies = new Map<string, string>();
  const call = async (method: string, path: string, body?: object, headers: Record<string, string> = {}) => {
    const response = await fetch(`${server}${path}`, {
      method,
      headers: {
        origin,
        ...(body && { 'content-type': 'application/json' }),
        ...(cookies.size > 0 && { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') }),
        ...headers,
      },
      body: body ? JSON.stringify(body) : null,
    });
    for (const line of response.headers.getSetCookie()) keep(cookies, line);
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? undefined : JSON.parse(text),
    };
  };
  return {
    cookies,
    call,
    get: (path: string) => call('GET', path),
    post: (path: string, body?: object, headers?: Record<string, string>) =>
      call('POST', path, body, headers),
    signIn: (email: string, password = PASSWORD) =>
      call('POST', '/api/auth/sign-in/email', { email, password }),
  };
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split('; ');
  const [name = '', value = ''] = pair.split(/=(.*)/s);
  if (attributes.some((attribute) => /^max-age=0$/i.test(attribute))) cookies.delete(name);
  else cookies.set(name, value);
}

/** Store a person with the usual password. Answers the id. */
export async function storedPerson(
  desk: Pick<Desk, 'auth' | 'db'>,
  email: string,
  roles: Role[],
): Promise<string> {
  const at = new Date();
  const id = await addPerson(desk.db, { id: crypto.randomUUID(), name: email, email, roles, at });
  if (!id) throw new Error(`${email} is there already`);
  const hash = await (await desk.auth.$context).password.hash(PASSWORD);
  await addPassword(desk.db, { id: crypto.randomUUID(), personId: id, hash, at });
  return id;
}

/** Set up an app for codes from within a session. */
export async function enrol(visitor: Visitor): Promise<{ app: TOTP; recoveryCodes: string[] }> {
  const { body } = await visitor.post('/api/auth/two-factor/enable', { password: PASSWORD });
  const app = URI.parse(body.totpURI);
  if (!(app instanceof TOTP)) throw new Error('No TOTP');
  await visitor.post('/api/auth/two-factor/verify-totp', { code: app.generate() });
  return { app, recoveryCodes: body.backupCodes };
}

/** The code of an app `steps` of 30 seconds from now. */
export const codeOf = (app: TOTP, steps = 0) => app.generate({ timestamp: Date.now() + steps * 30_000 });

/** A stored person who is signed in and enrolled. */
export async function signedInPerson(desk: Desk, email: string, roles: Role[]) {
  const id = await storedPerson(desk, email, roles);
  const visitor = desk.visitor();
  await visitor.signIn(email);
  const { app, recoveryCodes } = await enrol(visitor);
  return { id, visitor, app, recoveryCodes };
}

/** The token of the link that the letter to `email` holds. */
export async function tokenFor(desk: Desk, email: string): Promise<string> {
  const person = await findPersonByEmail(desk.db, email);
  if (!person) throw new Error(`Nobody has ${email}`);
  return tokenIn(await invitationLink(desk.auth, person.id));
}

export const tokenIn = (link: string | undefined) => new URL(link ?? '').hash.slice(1);
