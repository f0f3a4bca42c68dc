/**
 * People at a running commons, each in a browser of their own: members of the desk arrive with a session, submitters by
 * the code that was mailed to them.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { addPerson } from '#api/db/people.ts';
import type { SubmissionInput } from '#schemas/submission.ts';
import type { Role } from '#schemas/workflow.ts';
import { sessionCookie } from './commons.ts';
import { codeIn } from './mailbox.ts';
import type { Running } from './running.ts';

export type Visit = {
  page: Page;
  /** What the page asked of other hosts, and what it complained about but refusals of the API. */
  complaints: string[];
  /** The parsed answer to a call of the API. Throws where it is refused. */
  get: (address: string) => ReturnType<typeof call>;
  post: (address: string, body?: object) => ReturnType<typeof call>;
};

type Place = { browser: Browser; running: Running };
type Asked = { method: 'GET' | 'POST'; address: string; body?: object };

async function call({ request }: BrowserContext, origin: string, { method, address, body }: Asked) {
  const answer = await request.fetch(address, { method, headers: { origin }, ...(body && { data: body }) });
  const text = await answer.text();
  if (!answer.ok()) throw new Error(`${method} ${address} answered ${answer.status()}: ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}

async function visit({ browser, running: { origin } }: Place): Promise<Visit & { context: BrowserContext }> {
  const context = await browser.newContext({ baseURL: origin });
  const page = await context.newPage();
  return {
    page,
    context,
    complaints: listen(page, origin),
    get: (address) => call(context, origin, { method: 'GET', address }),
    post: (address, body = {}) => call(context, origin, { method: 'POST', address, body }),
  };
}

function listen(page: Page, origin: string): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    const isRefusal =
      message.text().includes('status of 4') && message.location().url.startsWith(`${origin}/api/`);
    if (message.type() === 'error' && !isRefusal) complaints.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('blob:'))
      complaints.push(`asked ${request.url()}`);
  });
  return complaints;
}

/** Somebody who is at the desk from now on. */
export async function arriveAtDesk(
  place: Place,
  name: string,
  roles: Role[],
): Promise<Visit & { id: string }> {
  const { db, auth } = place.running.started.deps;
  const email = `${name}@desk.example`;
  const id = await addPerson(db, { id: crypto.randomUUID(), name, email, roles, at: new Date() });
  if (!id) throw new Error(`${name} is there already`);
  const { context, ...visitor } = await visit(place);
  const [pair = ''] = (await sessionCookie(auth, id)).split('; ');
  const [cookie = '', value = ''] = pair.split(/=(.*)/s);
  await context.addCookies([{ name: cookie, value, url: place.running.origin }]);
  return { ...visitor, id };
}

/** Somebody who has sent a submission and confirmed their address. */
export async function sendFrom(place: Place, sent: SubmissionInput): Promise<Visit & { id: string }> {
  const { running } = place;
  const { email } = sent.contact;
  const visitor = await visit(place);
  const { id } = await visitor.post('/api/submissions', sent);
  await running.letter(email, 1);
  await visitor.post('/api/open', { code: codeIn(running.mailbox.to(email)) });
  await visitor.post(`/api/submissions/${id}/confirm`);
  return { ...visitor, id };
}
