/** The calls of signing in, typed by their routes. A refusal is thrown with what the reader should do. */
import { type ClientResponse, hc } from 'hono/client';
import type { peopleRoutes } from '#api/routes/people.ts';
import type { signInRoutes } from '#api/routes/sign-in.ts';
import type { Issue, Problem } from '#schemas/problem.ts';
import { askForPasskey } from './passkeys.ts';

const account = hc<ReturnType<typeof signInRoutes>>('/api/auth');
const people = hc<ReturnType<typeof peopleRoutes>>('/api/people');

type Refusal = { title: string; detail?: string | undefined; issues?: readonly Issue[] | undefined };

/** What the API refused, as issues for the summary of a form. */
export class Refused extends Error {
  readonly issues: readonly Issue[];

  constructor({ title, detail = title, issues = [] }: Refusal) {
    super(detail);
    this.issues = issues.length > 0 ? issues : [{ path: '', message: detail }];
  }
}

/** Answers whether a code is asked for before the session begins. */
export async function signIn(email: string, password: string): Promise<boolean> {
  const { twoFactorRedirect } = await read(
    await account['sign-in'].email.$post({ json: { email, password } }),
  );
  return twoFactorRedirect;
}

export const enterCode = async (code: string) =>
  done(await account['two-factor']['verify-totp'].$post({ json: { code } }));

export const enterRecoveryCode = async (code: string) =>
  done(await account['two-factor']['verify-backup-code'].$post({ json: { code } }));

/** Show again that it is oneself, by a code of the app or a recovery code. */
export const prove = async (code: string) => done(await account.prove.$post({ json: { code } }));

/** Sign in with a passkey. Answers whether one was used: the person, or the browser, may have stopped it. */
export async function usePasskey(): Promise<boolean> {
  const options = await read(await account.passkey['generate-authenticate-options'].$get());
  const response = await askForPasskey(options);
  if (!response) return false;
  await done(await account.passkey['verify-authentication'].$post({ json: { response: { ...response } } }));
  return true;
}

export const choosePassword = async (token: string, newPassword: string) =>
  done(await account['reset-password'].$post({ json: { token, newPassword } }));

/** Begin to set up an app for codes. Answers what its QR code says, and the recovery codes. */
export const beginEnrolment = async (password: string) =>
  read(await account['two-factor'].enable.$post({ json: { password } }));

export const makeFirstEditor = async (made: {
  token: string;
  name: string;
  email: string;
  password: string;
}) => done(await people.first.$post({ json: made }));

export const askForLink = async (email: string) => done(await people.links.$post({ json: { email } }));

/** Whether the person who is signed in has to set up a second factor before the desk opens. */
export async function mustEnrol(): Promise<boolean> {
  return (await read(await people.me.$get())).mustEnrol;
}

async function read<T>(response: ClientResponse<T>): Promise<T> {
  await done(response);
  return (await response.json()) as T;
}

async function done(response: ClientResponse<unknown>): Promise<void> {
  if (response.ok) return;
  throw new Refused((await response.json()) as Problem);
}
