/**
 * Patch Commons as `api/start.ts` puts it together, on the database of a test, with a mail server and a served folder of
 * its own. Letters are delivered when a test says so, and time passes when a test says so.
 */
import { generateKeyPairSync, randomInt } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashPassword } from 'better-auth/crypto';
import { asc, ne } from 'drizzle-orm';
import { generateSignedCookie } from 'hono/cookie';
import { deliverLetter } from '#api/actions/deliver-letter.ts';
import { createApp } from '#api/app.ts';
import { createAuth } from '#api/auth.ts';
import type { Db } from '#api/db/client.ts';
import { addPassword, addPerson } from '#api/db/people.ts';
import { letters } from '#api/db/tables.ts';
import type { Deps } from '#api/deps.ts';
import { openIntake } from '#api/evidence/intake.ts';
import { fileStore } from '#api/evidence/store.ts';
import { openFirstEditorLink } from '#api/first-editor-link.ts';
import type { Jobs } from '#api/jobs.ts';
import { smtpMailer } from '#api/letters/mailer.ts';
import { createLimits } from '#api/limits.ts';
import { openLog } from '#api/log.ts';
import { readKnownContent } from '#api/publishing/known-content.ts';
import { openSite } from '#api/publishing/site.ts';
import type { Role } from '#schemas/workflow.ts';
import { CONTENT_MARK, TITLE_MARK } from '#site/shell.ts';
import { temporaryFolder } from './folder.ts';
import { codeIn, openMailbox } from './mailbox.ts';

export const ORIGIN = 'http://localhost:4321';
export const PASSWORD = 'correct horse battery staple';
const CONTENT = fileURLToPath(new URL('../../content', import.meta.url));
const DAY = 86_400_000;

export type Commons = Awaited<ReturnType<typeof openCommons>>;
type App = ReturnType<typeof createApp>;

/** `known`: of what the API knows of `content/`, what a test has otherwise. */
export async function openCommons(db: Db, jobs: Jobs, known: Partial<Pick<Deps, 'texts'>> = {}) {
  const folder = temporaryFolder();
  const mailbox = await openMailbox();
  const secret = 'a secret of this test that is long enough';
  const logged: string[] = [];
  const log = openLog('debug', { write: (line: string) => logged.push(line) });
  let later = 0;
  const now = () => new Date(Date.now() + later);
  const limits = createLimits({ secret, now });
  const deps: Deps = {
    db,
    jobs,
    auth: createAuth({ db, publicUrl: ORIGIN, secret, limits, log }),
    mail: smtpMailer(mailbox.url, 'Patch Commons <commons@example.org>'),
    // Requests here come by no connection that could be asked for its address.
    limits: { ...limits, addressOf: () => '127.0.0.1' },
    site: openSite({
      siteDir: servedFolder(folder),
      recordsDir: folder,
      projectRoot: folder,
      publicUrl: ORIGIN,
    }),
    evidence: fileStore(path.join(folder, 'evidence')),
    intake: openIntake(path.join(folder, 'evidence', 'arriving'), { log }),
    ...knownContent(),
    ...known,
    now,
    newId: () => crypto.randomUUID(),
    random: (below) => randomInt(below),
    publicUrl: ORIGIN,
    escalationAddress: 'escalation@example.org',
    receiptKey: generateKeyPairSync('ed25519').privateKey,
    log,
  };
  const app = createApp(deps, { firstEditor: await openFirstEditorLink(db, ORIGIN) });

  return {
    deps,
    app,
    /** What `DATA_DIR` is to a server. */
    folder,
    mailbox,
    logged,
    /** Let days pass. */
    wait: (days: number) => {
      later += days * DAY;
    },
    /** Deliver every letter that waits. */
    deliver: async () => {
      const waiting = await db
        .select({ id: letters.id })
        .from(letters)
        .where(ne(letters.state, 'sent'))
        .orderBy(asc(letters.createdAt));
      for (const { id } of waiting) await deliverLetter(deps, id);
    },
    visitor: () => visitor(app),
    /** A person of the desk, who signs in with their first call. */
    person: async (email: string, roles: Role[]) => {
      const id = await addPerson(db, {
        id: crypto.randomUUID(),
        name: email.split('@')[0] ?? email,
        email,
        roles,
        at: now(),
      });
      if (!id) throw new Error(`${email} is there already`);
      await addPassword(db, { id: crypto.randomUUID(), personId: id, hash: await passwordHash(), at: now() });
      return { id, ...signingIn(visitor(app), () => sessionCookie(deps.auth, id)) };
    },
    /** The code of the newest letter to the submitter. */
    codeFor: (email: string) => codeIn(mailbox.to(email)),
    close: async () => {
      deps.mail.close();
      await mailbox.close();
    },
  };
}

/** What the API knows of `content/`: read once, since it takes longer than most tests. */
let knownOnce: ReturnType<typeof readKnownContent> | undefined;
function knownContent() {
  knownOnce ??= readKnownContent(CONTENT);
  return knownOnce;
}

/** A built site of one page, the shell, as `openSite` finds it. */
function servedFolder(folder: string): string {
  const shell = path.join(folder, 'site', 'builds', '000001-aaaaaa', '_shell');
  fs.mkdirSync(shell, { recursive: true });
  fs.writeFileSync(
    path.join(shell, 'index.html'),
    `<!doctype html><html lang="en"><head><title>${TITLE_MARK}</title></head><body><h1>${TITLE_MARK}</h1>${CONTENT_MARK}</body></html>`,
  );
  fs.symlinkSync(path.join('builds', '000001-aaaaaa'), path.join(folder, 'site', 'current'));
  return path.join(folder, 'site');
}

// Slow on purpose, as hashing passwords is, so once is enough.
let hashed: Promise<string> | undefined;
const passwordHash = () => {
  hashed ??= hashPassword(PASSWORD);
  return hashed;
};

/** A session as a sign-in leaves it. The sign-in itself takes long on purpose, and is tried where it is tested. */
export async function sessionCookie(auth: Deps['auth'], personId: string): Promise<string> {
  const { authCookies, internalAdapter, secret } = await auth.$context;
  const { token } = await internalAdapter.createSession(personId);
  return generateSignedCookie(authCookies.sessionToken.name, token, secret);
}

/** The same browser, signed in before its first call. */
function signingIn(browser: Visitor, cookie: () => Promise<string>): Visitor {
  let signedIn: Promise<unknown> | undefined;
  const ready = async () => {
    signedIn ??= cookie().then((line) => keep(browser.cookies, line));
    await signedIn;
  };
  const after =
    <Rest extends unknown[], Answer>(call: (...rest: Rest) => Promise<Answer>) =>
    async (...rest: Rest) => {
      await ready();
      return call(...rest);
    };
  return {
    cookies: browser.cookies,
    call: after(browser.call),
    get: after(browser.get),
    post: after(browser.post),
    form: after(browser.form),
  };
}

export type Visitor = ReturnType<typeof visitor>;

/** Somebody with a browser that keeps cookies. Answers the status, the text, and the parsed body where there is one. */
function visitor(app: App) {
  const cookies = new Map<string, string>();
  const call = async (
    method: string,
    address: string,
    init: { headers?: Record<string, string>; body?: string } = {},
  ) => {
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
    const response = await app.request(`${ORIGIN}${address}`, {
      method,
      headers: { origin: ORIGIN, ...(cookie && { cookie }), ...init.headers },
      ...(init.body !== undefined && { body: init.body }),
    });
    for (const line of response.headers.getSetCookie()) keep(cookies, line);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: isJson ? JSON.parse(text) : undefined,
    };
  };
  const json = { 'content-type': 'application/json' };
  return {
    cookies,
    call,
    get: (address: string, headers: Record<string, string> = {}) => call('GET', address, { headers }),
    post: (address: string, body: unknown = {}, headers: Record<string, string> = {}) =>
      call('POST', address, { headers: { ...json, ...headers }, body: JSON.stringify(body) }),
    form: (address: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
      call('POST', address, {
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: new URLSearchParams(fields).toString(),
      }),
  };
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split('; ');
  const [name = '', value = ''] = pair.split(/=(.*)/s);
  if (attributes.some((attribute) => /^max-age=0$/i.test(attribute))) cookies.delete(name);
  else cookies.set(name, value);
}
